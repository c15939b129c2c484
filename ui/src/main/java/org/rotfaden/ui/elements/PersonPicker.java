package org.rotfaden.ui.elements;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.provider.Query;
import java.util.List;
import java.util.stream.Stream;
import org.rotfaden.members.Member;

/// A field in which a person is found by name.
public final class PersonPicker extends ComboBox<Member> {

    private static final int MOST = 50;

    /// Where people are looked for: only those whom the reader may see.
    public interface People {

        List<Member> named(String words, int most);
    }

    public PersonPicker(String label, People people) {
        setLabel(label);
        setItemLabelGenerator(Member::name);
        setPlaceholder(getTranslation("person.placeholder"));
        setClearButtonVisible(true);
        setPageSize(MOST);
        setItems(
                DataProvider.fromFilteringCallbacks(
                        query -> found(query, people),
                        query -> (int) found(query, people).count()));
        getElement().setAttribute("autocomplete", "off");
    }

    private static Stream<Member> found(Query<Member, String> query, People people) {
        return people.named(query.getFilter().orElse(""), MOST).stream()
                .skip(query.getOffset())
                .limit(query.getLimit());
    }

    public void refuse(String sentence) {
        setErrorMessage(sentence);
        setInvalid(true);
        focus();
    }
}
