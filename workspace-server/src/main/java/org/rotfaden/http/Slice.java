package org.rotfaden.http;

import java.util.List;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponents;

/// Which part of a long list is asked for.
///
/// @param after how many to leave out at the beginning
/// @param most how many to show at the most, 1 to 200
public record Slice(int after, int most) {

    /// As it stands in the addresses.
    public static final String USUAL = "50";

    private static final int LARGEST = 200;
    private static final int LAST = 10_000_000;

    public Slice {
        after = Math.clamp(after, 0, LAST);
        most = Math.clamp(most, 1, LARGEST);
    }

    /// How many to read: whether there is one more shows whether the list goes on.
    public int oneMore() {
        return most + 1;
    }

    /// A page of what was read.
    ///
    /// @param read from the first one asked for, up to [#oneMore]
    public <T> Page<T> page(List<T> read) {
        return read.size() <= most
                ? new Page<>(read, null)
                : new Page<>(read.subList(0, most), next());
    }

    /// A page of a list that is at hand as a whole.
    public <T> Page<T> cut(List<T> all) {
        int from = Math.min(after, all.size());
        return page(all.subList(from, Math.min(all.size(), from + oneMore())));
    }

    private String next() {
        UriComponents next =
                ServletUriComponentsBuilder.fromCurrentRequest()
                        .replaceQueryParam("after", after + most)
                        .replaceQueryParam("most", most)
                        .build();
        return next.getPath() + "?" + next.getQuery();
    }
}
