/** A picture as the lines a pen of width 2 draws on a field of 24 by 24. */
export type Icon = readonly string[];

const SVG = 'http://www.w3.org/2000/svg';

export const icons = {
    undo: ['M9 6 4 11l5 5', 'M4 11h10a6 6 0 0 1 0 12h-3'],
    redo: ['M15 6l5 5-5 5', 'M20 11H10a6 6 0 0 0 0 12h3'],
    bullet: ['M10 6h11', 'M10 12h11', 'M10 18h11', 'M4 6h.01', 'M4 12h.01', 'M4 18h.01'],
    ordered: [
        'M11 6h10',
        'M11 12h10',
        'M11 18h10',
        'M3.5 5 5 4v5',
        'M3.5 15.5c0-1.2 3-1.2 3 .3 0 1.2-3 2-3 4.2h3.2',
    ],
    quote: ['M4 5v14', 'M10 8h11', 'M10 12h11', 'M10 16h7'],
    link: [
        'M10 14a4.5 4.5 0 0 0 6.5.3l3-3a4.5 4.5 0 0 0-6.4-6.4L11.5 6.5',
        'M14 10a4.5 4.5 0 0 0-6.5-.3l-3 3a4.5 4.5 0 0 0 6.4 6.4l1.6-1.6',
    ],
    comment: ['M4 5h16v11H10l-4.5 4v-4H4z'],
    keys: ['M3 6.5h18v11H3z', 'M7 10.5h.01', 'M11 10.5h.01', 'M15 10.5h.01', 'M8 14h8'],
} satisfies Record<string, Icon>;

export function icon(lines: Icon): SVGElement {
    const picture = document.createElementNS(SVG, 'svg');
    picture.setAttribute('viewBox', '0 0 24 24');
    picture.setAttribute('aria-hidden', 'true');
    for (const line of lines) {
        const path = document.createElementNS(SVG, 'path');
        path.setAttribute('d', line);
        picture.append(path);
    }
    return picture;
}
