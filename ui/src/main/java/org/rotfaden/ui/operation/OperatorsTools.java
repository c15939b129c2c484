package org.rotfaden.ui.operation;

import java.time.Clock;
import org.rotfaden.activity.Followers;
import org.rotfaden.activity.OtherNodes;
import org.rotfaden.audit.AuditTrail;
import org.rotfaden.installation.Operation;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.SubjectTypes;
import org.rotfaden.web.Health;
import org.rotfaden.web.Sentences;
import org.springframework.stereotype.Component;

/// What the operator's page needs.
@Component
record OperatorsTools(
        Operation operation,
        Health health,
        AuditTrail audit,
        Followers followers,
        OtherNodes others,
        Permissions permissions,
        SubjectTypes types,
        Sentences sentences,
        Clock clock) {}
