import { discard, forgetDocuments, unsentDocuments } from './device.ts';

/*
 * What waits on this device, for pages without an editor: small enough to be loaded everywhere, so that it is
 * there without a line too.
 */
declare global {
    interface Window {
        rotfaden: {
            /** In how many documents changes of a member wait. */
            unsentOf(member: string): Promise<number>;
            discard: typeof discard;
            forgetDocuments: typeof forgetDocuments;
        };
    }
}

window.rotfaden ??= {
    unsentOf: async (member) => (await unsentDocuments(member)).size,
    discard,
    forgetDocuments,
};
