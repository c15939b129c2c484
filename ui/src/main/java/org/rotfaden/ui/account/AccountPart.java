package org.rotfaden.ui.account;

import com.vaadin.flow.component.html.Section;
import org.rotfaden.security.MemberId;

/// What another feature shows a member of her own on the page of her account.
public interface AccountPart {

    Section of(MemberId member);
}
