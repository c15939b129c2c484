/** What the editor says, in both languages. */
const GERMAN = {
    title: 'Titel',
    text: 'Antragstext',
    reason: 'Begründung',
    titleHint: 'Worum geht es?',
    textHint: 'Was soll beschlossen werden?',
    reasonHint: 'Warum?',
    titleEmpty: 'Ohne Titel',
    textEmpty: 'Hier steht noch nichts.',
    reasonEmpty: '',
    outline: 'Inhalt',
    saved: 'gespeichert',
    saving: 'wird gespeichert …',
    loading: 'wird geladen …',
    offline: (waiting: number) =>
        waiting === 0
            ? 'offline'
            : waiting === 1
              ? 'offline – 1 Änderung wartet'
              : `offline – ${waiting} Änderungen warten`,
    catchingUp: 'noch nicht gespeichert, wir versuchen es weiter',
    readOnly: 'nur lesen',
    closed: 'Du darfst diesen Text nicht mehr öffnen. Was hier steht, kannst du noch kopieren.',
    refused: 'Deine letzten Änderungen wurden nicht angenommen. Was hier steht, kannst du noch kopieren.',
    newer: 'Dieser Text stammt aus einer neueren Version. Lade die Seite neu, um ihn zu bearbeiten.',
    loggedOut: 'Du bist abgemeldet. Melde dich wieder an; deine Änderungen warten auf diesem Gerät.',
    discarded:
        'Deine letzten Änderungen wurden beim Abmelden auf diesem Gerät verworfen. Was hier steht, kannst du noch kopieren.',
    people: (count: number) => (count === 1 ? '1 Person hier' : `${count} Personen hier`),
    you: 'du',
    toolbar: 'Format',
    bold: 'Fett',
    boldFace: 'F',
    italicFace: 'K',
    italic: 'Kursiv',
    underline: 'Unterstrichen',
    strike: 'Durchgestrichen',
    link: 'Link',
    linkAddress: 'Adresse',
    linkWrong: 'Gib die Adresse einer Seite oder eine E-Mail-Adresse mit mailto: ein.',
    linkSet: 'Link setzen',
    linkRemove: 'Link entfernen',
    cancel: 'Abbrechen',
    heading: (level: number) => `Überschrift ${level}`,
    bullet: 'Aufzählung',
    ordered: 'Nummerierung',
    quote: 'Zitat',
    undo: 'Rückgängig',
    controlKey: 'Strg',
    redo: 'Wiederholen',
    shortcuts: 'Tastenkürzel',
    announce: 'Änderungen anderer ansagen',
    close: 'Schließen',
    tooMuch: 'Das ist zu viel auf einmal',
    tooMuchText:
        'Auf einmal können nur etwa vier Millionen Zeichen gespeichert werden. Füge den Text in kleineren Teilen ein.',
    comment: 'Kommentieren',
    commentsOn: (part: 'title' | 'text' | 'reason') =>
        ({ title: 'Kommentare zum Titel', text: 'Kommentare zum Text', reason: 'Kommentare zur Begründung' })[
            part
        ],
    commentsHere: (count: number, line: string) =>
        `${count === 1 ? '1 Kommentar' : `${count} Kommentare`} an dieser Zeile: ${line}`,
    changedBy: (names: string) => `${names} schreibt`,
    changed: 'Der Text wurde von anderen geändert',
};

export type Words = typeof GERMAN;

const ENGLISH: Words = {
    title: 'Title',
    text: 'Text of the motion',
    reason: 'Reason',
    titleHint: 'What is it about?',
    textHint: 'What shall be decided?',
    reasonHint: 'Why?',
    titleEmpty: 'Untitled',
    textEmpty: 'Nothing is written here yet.',
    reasonEmpty: '',
    outline: 'Contents',
    saved: 'saved',
    saving: 'saving …',
    loading: 'loading …',
    offline: (waiting) =>
        waiting === 0
            ? 'offline'
            : waiting === 1
              ? 'offline – 1 change waits'
              : `offline – ${waiting} changes wait`,
    catchingUp: 'not saved yet, we keep trying',
    readOnly: 'read only',
    closed: 'You may no longer open this text. You can still copy what stands here.',
    refused: 'Your last changes were not accepted. You can still copy what stands here.',
    newer: 'This text comes from a newer version. Reload the page to edit it.',
    loggedOut: 'You are logged out. Log in again; your changes wait on this device.',
    discarded:
        'Your last changes were thrown away on this device when you logged out. You can still copy what stands here.',
    people: (count) => (count === 1 ? '1 person here' : `${count} people here`),
    you: 'you',
    toolbar: 'Format',
    bold: 'Bold',
    boldFace: 'B',
    italicFace: 'I',
    italic: 'Italic',
    underline: 'Underlined',
    strike: 'Struck through',
    link: 'Link',
    linkAddress: 'Address',
    linkWrong: 'Enter the address of a page, or an e-mail address with mailto:.',
    linkSet: 'Set link',
    linkRemove: 'Remove link',
    cancel: 'Cancel',
    heading: (level) => `Heading ${level}`,
    bullet: 'Bullet list',
    ordered: 'Numbered list',
    quote: 'Quotation',
    undo: 'Undo',
    controlKey: 'Ctrl',
    redo: 'Redo',
    shortcuts: 'Keyboard shortcuts',
    announce: 'Announce changes by others',
    close: 'Close',
    tooMuch: 'That is too much at once',
    tooMuchText: 'Only about four million characters can be saved at once. Insert the text in smaller parts.',
    comment: 'Comment',
    commentsOn: (part) =>
        ({ title: 'Comments on the title', text: 'Comments on the text', reason: 'Comments on the reason' })[
            part
        ],
    commentsHere: (count, line) => `${count === 1 ? '1 comment' : `${count} comments`} on this line: ${line}`,
    changedBy: (names) => `${names} is writing`,
    changed: 'The text was changed by others',
};

export function wordsFor(language: string | null): Words {
    return language?.startsWith('en') ? ENGLISH : GERMAN;
}
