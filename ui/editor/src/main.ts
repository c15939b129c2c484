import { discard, forgetDocuments } from './device.ts';
import { Editor } from './editor.ts';
import './kept.ts';
import { unsentOf } from './unsaved.ts';

/** `<rotfaden-editor document-id member-id member-name member-color lang>`: a live motion. */
class RotfadenEditor extends HTMLElement {
    private editor: Editor | undefined;

    connectedCallback(): void {
        this.editor = new Editor(this);
    }

    disconnectedCallback(): void {
        this.editor?.destroy();
        this.editor = undefined;
    }
}

window.rotfaden = { unsentOf, discard, forgetDocuments };
if (!customElements.get('rotfaden-editor')) customElements.define('rotfaden-editor', RotfadenEditor);
