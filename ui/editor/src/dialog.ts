import { make } from './dom.ts';

/**
 * Asks for one of several answers in a dialog. The last answer is the main one, given by Enter; the first
 * closes the dialog without more, as Escape does.
 *
 * @param answers what each answer is called, in the order of the buttons
 * @param done called once with the answer, after the dialog has closed
 */
export function ask<Answer extends string>(
    host: HTMLElement,
    title: string,
    content: Node[],
    answers: Partial<Record<Answer, string>>,
    done: (answer: Answer) => void,
): void {
    const names = Object.keys(answers) as Answer[];
    const [leave, main] = [names[0]!, names.at(-1)!];
    const buttons = names.map((name) => {
        const isMain = name === main && main !== leave;
        const button = make('button', { value: name, class: isMain ? 'rf-main-answer' : '' }, answers[name]!);
        button.formNoValidate = !isMain;
        return button;
    });
    const heading = make('h2', { id: 'rf-dialog-title' }, title);
    const row = make('div', { class: 'rf-answers' }, ...buttons);
    const form = make('form', { method: 'dialog' }, heading, ...content, row);
    const dialog = make('dialog', { class: 'rf-dialog', 'aria-labelledby': heading.id }, form);
    form.addEventListener('keydown', (event) => {
        if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
            event.preventDefault();
            form.requestSubmit(buttons.at(-1));
        }
    });
    dialog.addEventListener('close', () => {
        dialog.remove();
        done((dialog.returnValue || leave) as Answer);
    });
    host.append(dialog);
    dialog.showModal();
}
