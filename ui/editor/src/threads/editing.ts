import { Composer, type ComposerOptions } from './composer.ts';
import { type Editable } from './model.ts';

/** A post whose words somebody is changing, in the place of the words; one at a time. */
export class Editing {
    private composer: Composer | undefined;
    private left: (() => void) | undefined;

    /** Whether it stands in an element. */
    isIn(element: Element): boolean {
        return this.composer !== undefined && element.contains(this.composer.element);
    }

    /**
     * Begins in the place of something. Another one that is open ends, and what is half written in it is kept.
     *
     * @param save told what stands there now; it ends by [end]
     * @param left puts back what stood there
     */
    begin(
        place: Element,
        editable: Editable,
        options: Omit<ComposerOptions, 'send' | 'cancel'>,
        save: (words: string, composer: Composer) => void,
        left: () => void,
    ): void {
        this.end();
        const composer: Composer = new Composer({
            ...options,
            send: ({ words }) => {
                save(words, composer);
                return false;
            },
            cancel: () => this.end(),
        });
        this.composer = composer;
        this.left = left;
        place.replaceWith(composer.element);
        composer.edit(editable);
    }

    end(): void {
        const { left } = this;
        this.composer?.destroy();
        this.composer = undefined;
        this.left = undefined;
        left?.();
    }
}
