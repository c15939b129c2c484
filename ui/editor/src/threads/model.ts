/* What the server tells of threads. */

/** Words of one look; what is mentioned comes with its name, as this reader knows it. */
export interface Run {
    readonly words: string;
    readonly bold?: boolean;
    readonly italic?: boolean;
    readonly link?: string;
    readonly mention?: Mention;
}

/** What a post mentions: a member, a place, or the post that it quotes. */
export interface Mention {
    readonly type: string;
    readonly id: string;
    /** Missing where the reader may not know of it. */
    readonly name?: string;
    readonly path?: string;
}

export interface Block {
    readonly form: 'PARAGRAPH' | 'BULLET' | 'NUMBER' | 'QUOTE';
    readonly runs: readonly Run[];
}

export interface Person {
    readonly id: string;
    readonly name: string;
    readonly initials: string;
    readonly colour: string;
    readonly path: string;
}

/** A moment as it is said: relative or as a date, and in full. */
export interface Moment {
    readonly iso: string;
    readonly said: string;
    readonly date: string;
    readonly full: string;
}

export type ReactionKind = 'AGREE' | 'THANKS' | 'OBJECTION' | 'QUESTION' | 'SEEN';
export type Mark = 'DECISION' | 'ANSWER';

export interface Reaction {
    readonly kind: ReactionKind;
    readonly members: number;
    readonly mine: boolean;
}

/** A file of a post. */
export interface PostFile {
    readonly id: string;
    readonly name: string;
    /** How large it is, in words. */
    readonly size: string;
    /** Of a picture, in pixels. */
    readonly extent?: { readonly width: number; readonly height: number };
}

export interface Post {
    readonly id: string;
    readonly root: string;
    /** Sorts posts of a thread: answers stand behind what they answer. */
    readonly place: string;
    /** Whom it answers, where that is not the post at the beginning of the answers. */
    readonly answers?: { readonly id: string; readonly name?: string };
    readonly author?: Person;
    readonly at: Moment;
    readonly edited: boolean;
    readonly deleted: boolean;
    readonly version: number;
    readonly blocks: readonly Block[];
    readonly reactions: readonly Reaction[];
    readonly files: readonly PostFile[];
    readonly mark?: Mark;
    readonly mine: boolean;
    readonly unread: boolean;
}

/** What the reader may do in a thread. */
export interface Standing {
    readonly mayPost: boolean;
    readonly mayLead: boolean;
    /** Why she may not post. */
    readonly why?: string;
    readonly closed?: string;
}

/** Posts of a thread that stand one after the other. */
export interface Stretch {
    readonly posts: readonly Post[];
    readonly earlier: boolean;
    readonly later: boolean;
}

/** A thread as it is shown first. */
export interface Opening extends Stretch {
    readonly thread: string | null;
    readonly standing: Standing;
    readonly marked: readonly Post[];
    /** The post to which an address leads. */
    readonly sought?: string;
}

/** Whom or what one can mention. */
export interface Choice {
    readonly type: string;
    readonly id: string;
    readonly name: string;
    readonly about: string;
    /** Whether whoever is mentioned can read it. */
    readonly reads: boolean;
}

/** Words as their author edits them, with the names of what they mention. */
export interface Editable {
    readonly words: string;
    readonly version: number;
    readonly mentions: readonly Mention[];
}

/** What stood in a post before. */
export interface Before {
    readonly at: Moment;
    readonly blocks: readonly Block[];
}

export interface Reacted {
    readonly kind: ReactionKind;
    readonly names: readonly string[];
    readonly more: number;
}

/** What became of something that was asked of the server. */
export interface Answer {
    /** Why it was refused; missing where it was done. */
    readonly refused?: string;
    /** Whether it may be done later. */
    readonly later?: boolean;
    readonly post?: string;
    readonly version?: number;
    readonly path?: string;
}
