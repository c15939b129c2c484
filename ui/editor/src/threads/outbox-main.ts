import { Outbox } from './outbox.ts';

customElements.define('rotfaden-outbox', Outbox);
