import { discard, forgetDocuments, unsentDocuments } from './device.ts';
import { discardWords, unsentWords } from './threads/device.ts';

/*
 * What waits on this device, for pages without an editor: small enough to be loaded everywhere, so that it is
 * there without a line too.
 */
declare global {
    interface Window {
        rotfaden: {
            /** In how many documents and threads something of a member waits. */
            unsentOf(member: string): Promise<number>;
            discard: typeof discard;
            forgetDocuments: typeof forgetDocuments;
        };
    }
}

window.rotfaden ??= {
    unsentOf: async (member) => (await unsentDocuments(member)).size + unsentWords(member),
    discard: async (member) => {
        discardWords(member);
        await discard(member);
    },
    forgetDocuments,
};
