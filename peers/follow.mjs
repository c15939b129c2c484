// Follows topics with an unmodified client of others: node follow.mjs ADDRESS TOKEN TOPIC …
// Each line that goes out is what was heard: {"topic", "message"}, or {"state"}: connected, closed.
import { Client } from '@stomp/stompjs';
import WebSocket from 'ws';

const [address, token, ...topics] = process.argv.slice(2);
const say = (message) => process.stdout.write(JSON.stringify(message) + '\n');

const client = new Client({
    webSocketFactory: () => new WebSocket(address, ['v12.stomp', 'v11.stomp', 'v10.stomp']),
    connectHeaders: { Authorization: `Bearer ${token}` },
    reconnectDelay: 200,
    onConnect: () => {
        say({ state: 'connected' });
        for (const topic of topics) {
            client.subscribe(topic, ({ body }) => say({ topic, message: JSON.parse(body) }));
        }
    },
    onStompError: ({ headers }) => say({ state: 'error', code: headers.message }),
    onWebSocketClose: () => say({ state: 'closed' }),
});
client.activate();
process.stdin.on('end', () => process.exit()).resume();
