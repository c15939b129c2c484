import { CommentList } from './comments.ts';
import { NewThread } from './new-thread.ts';
import { Thread } from './thread.ts';

customElements.define('rotfaden-thread', Thread);
customElements.define('rotfaden-new-thread', NewThread);
customElements.define('rotfaden-comments', CommentList);
