// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { cleanPasted } from '../src/paste.ts';

/** What a word processor puts on the clipboard for two list items and a heading. */
const WORD = `
<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p {margin:0}</style><title>x</title></head>
<body lang=DE><!--StartFragment-->
<h1 style='mso-fareast-language:DE'>Unser&nbsp;Antrag<o:p></o:p></h1>
<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>1.<span>&nbsp;</span></span><b>mehr</b> Busse<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l1 level2 lfo2'><span style='mso-list:Ignore'>·<span>&nbsp;</span></span>auch
nachts</p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<!--EndFragment--></body></html>`;

describe('what is pasted', () => {
    it('from a word processor keeps headings, lists and bold words, and no marker twice', () => {
        expect(cleanPasted(WORD).replaceAll('\u00a0', ' ').replaceAll('&nbsp;', ' ')).toBe(
            '<h1>Unser Antrag</h1>' +
                '<p data-list="ordered"><strong>mehr</strong> Busse</p>' +
                '<p data-list="bullet" data-indent="1">auch nachts</p>',
        );
    });

    it('from a web page keeps words and safe links, and nothing that runs', () => {
        const page =
            '<div onclick="alert(1)"><script>alert(2)</script><p style="color:red">Mehr <a href="https://example.org">dazu</a>' +
            ' und <a href="javascript:alert(3)">nicht</a><img src=x onerror=alert(4)></p></div>';
        expect(cleanPasted(page)).toBe('<p>Mehr <a href="https://example.org">dazu</a> und nicht</p>');
    });

    it('keeps nested lists by their depth', () => {
        expect(cleanPasted('<ul><li>eins<ol><li>zwei</li></ol></li><li><p>drei</p></li></ul>')).toBe(
            '<p data-list="bullet">eins</p><p data-list="ordered" data-indent="1">zwei</p><p data-list="bullet">drei</p>',
        );
    });

    it('makes a line of every paragraph, break and cell', () => {
        expect(cleanPasted('<table><tr><td>a</td><td>b</td></tr></table>c<br>d')).toBe(
            '<p>a</p><p>b</p><p>c</p><p>d</p>',
        );
    });

    it('keeps quotations', () => {
        expect(cleanPasted('<blockquote><p>So ist es.</p></blockquote>')).toBe(
            '<p data-blockquote="true">So ist es.</p>',
        );
    });

    it('keeps what was copied here, what it does not know included', () => {
        const copied =
            '<p data-list="bullet" data-indent="2"><span data-other="{&quot;comment&quot;:1}">x</span><span data-embed="{&quot;image&quot;:1}">▢</span></p>';
        expect(cleanPasted(copied)).toContain('data-other="{&quot;comment&quot;:1}"');
        expect(cleanPasted(copied)).toContain('data-embed="{&quot;image&quot;:1}"');
        expect(cleanPasted(copied)).toContain('data-list="bullet" data-indent="2"');
    });

    it('keeps spaces between words of different formats', () => {
        expect(cleanPasted('<p><b>eins</b> <i>zwei</i></p>')).toBe(
            '<p><strong>eins</strong> <em>zwei</em></p>',
        );
    });
});
