import { injectGlobalWebcomponentCss } from 'Frontend/generated/jar-resources/theme-util.js';

import '@vaadin/button/src/vaadin-button.js';
import '@vaadin/tooltip/src/vaadin-tooltip.js';
import 'Frontend/generated/jar-resources/disableOnClickFunctions.js';
import '@vaadin/radio-group/src/vaadin-radio-group.js';
import 'Frontend/generated/jar-resources/flow-component-renderer.js';
import 'Frontend/generated/jar-resources/flow-component-directive.js';
import 'Frontend/generated/jar-resources/lit-renderer.ts';
import '@vaadin/radio-group/src/vaadin-radio-button.js';
import '@vaadin/confirm-dialog/src/vaadin-confirm-dialog.js';
import '@vaadin/select/src/vaadin-select.js';
import 'Frontend/generated/jar-resources/selectConnector.js';
import '@vaadin/notification/src/vaadin-notification.js';
import '@vaadin/details/src/vaadin-details.js';
import '@vaadin/common-frontend/ConnectionIndicator.js';
import 'Frontend/generated/jar-resources/ReactRouterOutletElement.tsx';

const loadOnDemand = (key) => {
  const pending = [];
  if (key === '93a956621052c82bde3732addbd73f3d6a27e573f7f8e49e5a15abe4031d8b98') {
    pending.push(import('./chunks/chunk-456c741751b61d1d3171372ebcfd573fe0c61aa031fdc2a7b88b6a42e116b037.js'));
  }
  if (key === 'ac784cd1a7ddf3a9777b1a92b363bc7ad2c4ebdd3b35a7718627e18bea645ff3') {
    pending.push(import('./chunks/chunk-456c741751b61d1d3171372ebcfd573fe0c61aa031fdc2a7b88b6a42e116b037.js'));
  }
  if (key === '858e1c927084ab3e0f1ea0da28d3dcf6fc78e5e019c7ed289dc73c87b3f47163') {
    pending.push(import('./chunks/chunk-3246d2171b92f212ffd37b3d6bc0e5b95d2cc6a395e14f428b134e3d7ed9ac92.js'));
  }
  if (key === '638ecb6fb24bb649d679cde7b629c42e23b9a5624a5c9c0461d7529c06e67f68') {
    pending.push(import('./chunks/chunk-c3b1627d192fa340f5127573aae66c2e71774b1fdbc4bb117646a403128939a7.js'));
  }
  if (key === 'cf5c86d07fffbf7be90c1efdc2c9ffe010b3e1c7c8eafe7b4ef3e652e2bed982') {
    pending.push(import('./chunks/chunk-a460c6e36e9ba08f50bbc5dd0bd9034dabec15816f7e1950624927b7f3f96a42.js'));
  }
  if (key === '28fe648cae6326ac624f26a03dbafac99113de072529e592a04bc9cefabf2fe2') {
    pending.push(import('./chunks/chunk-8f656aef127acada289e1301d439030c2dd0d07bd16bbdffb0d564baf3740994.js'));
  }
  return Promise.all(pending);
}
window.Vaadin = window.Vaadin || {};
window.Vaadin.Flow = window.Vaadin.Flow || {};
window.Vaadin.Flow.loadOnDemand = loadOnDemand;
window.Vaadin.Flow.resetFocus = () => {
 let ae=document.activeElement;
 while(ae&&ae.shadowRoot) ae = ae.shadowRoot.activeElement;
 return !ae || ae.blur() || ae.focus() || true;
}