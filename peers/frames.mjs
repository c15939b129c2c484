// What measuring clients have in common: requests to the workspace, and frames of Hocuspocus.
import * as encoding from 'lib0/encoding';

/** Posts something and returns the answer. */
export async function post(url, authorization, body) {
    const response = await fetch(url, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Authorization: authorization },
        body: body && JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${url}: ${response.status}`);
    return response.json();
}

/** An access token of a member. */
export async function tokenOf(address, email, password) {
    return (await post(address + '/api/tokens', 'Basic ' + btoa(`${email}:${password}`))).token;
}

/** A frame about a document: numbers, strings and bytes one after the other. */
export function frame(document, ...content) {
    const encoder = encoding.createEncoder();
    encoding.writeVarString(encoder, document);
    for (const part of content) {
        if (typeof part === 'number') encoding.writeVarUint(encoder, part);
        else if (typeof part === 'string') encoding.writeVarString(encoder, part);
        else encoding.writeVarUint8Array(encoder, part);
    }
    return encoding.toUint8Array(encoder);
}

/** A socket on which a document was opened. */
export async function open(WebSocket, address, document, token) {
    const socket = new WebSocket(address.replace('http', 'ws') + '/live/hocuspocus');
    await new Promise((resolve, reject) => socket.on('open', resolve).on('error', reject));
    socket.send(frame(document, 2, 0, token, '4.8.0'));
    return socket;
}

/** The quantile of sorted numbers. */
export function quantile(sorted, share) {
    return sorted[Math.floor((sorted.length - 1) * share)].toFixed(1);
}
