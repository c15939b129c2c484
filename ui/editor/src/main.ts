import { Editor } from './editor.ts';
import { forget, unsentOf } from './unsent.ts';

/** `<rotfaden-editor document-id member-id member-name lang>`: a live motion. */
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

declare global {
    interface Window {
        rotfaden: { unsentOf: typeof unsentOf; forget: typeof forget };
    }
}

window.rotfaden = { unsentOf, forget };
if (!customElements.get('rotfaden-editor')) customElements.define('rotfaden-editor', RotfadenEditor);
