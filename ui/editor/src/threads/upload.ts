import { askServer, problemOf } from '../own-server.ts';
import { type KeptFile } from './device.ts';

/** Why a file was not taken, in words. */
export class NotTaken extends Error {}

/** Uploads a file, which is kept for a day until something holds it. */
export async function upload(file: File, language: string | null): Promise<KeptFile> {
    const response = await askServer(`/api/attachments?name=${encodeURIComponent(file.name)}`, {
        method: 'POST',
        headers: language ? { 'Accept-Language': language } : {},
        body: file,
    });
    if (response.status !== 201) {
        const { detail, title } = await problemOf(response);
        throw new NotTaken(detail ?? title ?? '');
    }
    const { id, name } = await response.json();
    return { id, name };
}

/** Lets go of a file that is not sent. */
export async function discardFile(id: string): Promise<void> {
    await askServer(`/api/attachments/${id}`, { method: 'DELETE' });
}
