import { make } from '../dom.ts';
import { type Before, type Reacted } from './model.ts';
import { moment, type PostView } from './post.ts';
import { type ThreadWords } from './words.ts';

/** Something that can be done, or several things of which each is on or off. */
export type MenuItem =
    | { readonly name: string; readonly act: () => void }
    | {
          readonly title: string;
          readonly choices: readonly {
              readonly name: string;
              readonly isOn: boolean;
              readonly act: () => void;
          }[];
      };

/**
 * Opens what can be done beside a button. It goes when something else is pressed, when the focus leaves it, or by
 * Escape; the button may be another one by then.
 *
 * @param host holds it, so that it stays where the button is made anew
 * @param back puts the focus where it came from
 */
export function openMenu(
    host: HTMLElement,
    button: HTMLElement,
    title: string,
    items: readonly MenuItem[],
    back: () => void,
): void {
    const menu = make('div', { class: 'post-acts', popover: 'auto', role: 'dialog', 'aria-label': title });
    const press = (name: string, act: () => void): HTMLButtonElement => {
        const made = make('button', { type: 'button', class: 'bare' }, name);
        made.addEventListener('click', () => {
            menu.hidePopover();
            act();
        });
        return made;
    };
    for (const item of items) {
        if ('choices' in item) {
            const group = make('div', { role: 'group', 'aria-label': item.title, class: 'post-reactions' });
            for (const { name, isOn, act } of item.choices) {
                const choice = press(name, act);
                choice.className = 'reaction';
                choice.setAttribute('aria-pressed', String(isOn));
                group.append(choice);
            }
            menu.append(group);
        } else {
            menu.append(press(item.name, item.act));
        }
    }
    menu.addEventListener('toggle', (event) => {
        if ((event as ToggleEvent).newState === 'open') return;
        const hadFocus = menu.contains(document.activeElement) || document.activeElement === document.body;
        menu.remove();
        if (hadFocus) back();
    });
    menu.addEventListener('focusout', ({ relatedTarget }) => {
        if (relatedTarget && !menu.contains(relatedTarget as Node)) menu.hidePopover();
    });
    menu.addEventListener('keydown', (event) => {
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (!step) return;
        event.preventDefault();
        const buttons = [...menu.querySelectorAll('button')];
        const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
        buttons[(at + step + buttons.length) % buttons.length]!.focus();
    });
    host.append(menu);
    menu.showPopover();
    place(menu, button);
    menu.querySelector('button')?.focus({ preventScroll: true });
}

/** Below the button where there is room, and above it otherwise. */
function place(menu: HTMLElement, button: HTMLElement): void {
    const at = button.getBoundingClientRect();
    const { width, height } = menu.getBoundingClientRect();
    const left = Math.max(8, Math.min(at.left, innerWidth - width - 8));
    const below = at.bottom + 4;
    const top = below + height < innerHeight ? below : Math.max(8, at.top - height - 4);
    menu.style.left = `${left}px`;
    menu.style.top = `${top}px`;
}

function openDialog(host: HTMLElement, words: ThreadWords, title: string, ...content: Node[]): void {
    const heading = make('h2', { id: 'thread-dialog-title' }, title);
    const close = make('button', { value: 'close', class: 'primary' }, words.close);
    const form = make('form', { method: 'dialog' }, heading, ...content, close);
    const dialog = make('dialog', { class: 'question thread-dialog', 'aria-labelledby': heading.id }, form);
    dialog.addEventListener('close', () => dialog.remove());
    host.append(dialog);
    dialog.showModal();
}

/** Shows what stood in a post before. */
export function openHistory(
    host: HTMLElement,
    words: ThreadWords,
    view: PostView,
    history: readonly Before[],
): void {
    const list = make('ol', { class: 'rows' });
    for (const { at, blocks } of history)
        list.append(
            make('li', {}, make('div', {}, make('div', { class: 'about' }, moment(at)), view.body(blocks))),
        );
    openDialog(host, words, words.history, list);
}

/** Shows who reacted, and how. */
export function openReacted(host: HTMLElement, words: ThreadWords, reacted: readonly Reacted[]): void {
    const list = make('dl');
    for (const { kind, names, more } of reacted) {
        const said = names.join(', ') + (more > 0 ? ` ${words.others(more)}` : '');
        list.append(make('dt', {}, words.reactions[kind]), make('dd', {}, said));
    }
    openDialog(host, words, words.who, list);
}
