import { type Comment } from './comments.ts';
import { discard, forgetDocuments } from './device.ts';
import { Editor } from './editor.ts';
import './kept.ts';
import { unsentOf } from './unsaved.ts';

/** `<rotfaden-editor document-id member-id member-name member-color lang commenting>`: a live motion. */
class RotfadenEditor extends HTMLElement {
    static readonly observedAttributes = ['commenting'];

    private editor: Editor | undefined;
    private comments: readonly Comment[] = [];
    private chosen: string | null = null;

    connectedCallback(): void {
        this.editor = new Editor(this);
        this.editor.setCommenting(this.hasAttribute('commenting'));
        this.editor.setComments(this.comments);
        this.editor.chooseComment(this.chosen);
    }

    disconnectedCallback(): void {
        this.editor?.destroy();
        this.editor = undefined;
    }

    attributeChangedCallback(): void {
        this.editor?.setCommenting(this.hasAttribute('commenting'));
    }

    /** Shows at their words the comments that are open; those that are resolved only when they are chosen. */
    setComments(comments: readonly Comment[]): void {
        this.comments = comments;
        this.editor?.setComments(comments);
    }

    /**
     * Brings the words of a comment into sight.
     *
     * @param focus whether the caret goes there as well
     * @return whether they are there
     */
    showComment(id: string, focus = false): boolean {
        return this.editor?.showComment(id, focus) ?? false;
    }

    /** Draws a comment stronger than the others, or none. */
    chooseComment(id: string | null): void {
        this.chosen = id;
        this.editor?.chooseComment(id);
    }
}

window.rotfaden = { unsentOf, discard, forgetDocuments };
if (!customElements.get('rotfaden-editor')) customElements.define('rotfaden-editor', RotfadenEditor);
