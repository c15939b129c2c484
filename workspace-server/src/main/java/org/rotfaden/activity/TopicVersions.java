package org.rotfaden.activity;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// How many things have happened in each topic.
@Repository
public class TopicVersions {

    private record Row(Topic topic, long version) {}

    private final JdbcClient jdbc;

    TopicVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The version of each topic; 0 where nothing happened yet.
    public Map<Topic, Long> of(Collection<Topic> topics) {
        Map<Topic, Long> versions = new HashMap<>();
        topics.forEach(topic -> versions.put(topic, 0L));
        jdbc.sql("select topic, version from topic_version where topic = any(?)")
                .param(names(topics))
                .query((row, _) ->
                        new Row(new Topic(row.getString("topic")), row.getLong("version")))
                .list()
                .forEach(row -> versions.put(row.topic(), row.version()));
        return versions;
    }

    /// How many things have happened of those that no node may miss.
    public long ofAllNodes() {
        return of(Set.of(Topic.OF_ALL_NODES)).values().iterator().next();
    }

    /// Counts further things in some topics. Whoever else counts in one of them waits until the
    /// transaction is over, so that the order of versions is that of the commits.
    ///
    /// @param more how many in each; always in the same order, so that nobody waits for each other
    /// @return the versions after that
    Map<Topic, Long> raise(SortedMap<Topic, Integer> more) {
        Map<Topic, Long> versions = new HashMap<>();
        jdbc.sql(
                        """
                        insert into topic_version as known (topic, version)
                        select topic, more from unnest(?::text[], ?::bigint[]) with ordinality
                            as counted (topic, more, place) order by place
                        on conflict (topic) do update set version = known.version + excluded.version
                        returning topic, version
                        """)
                .param(names(more.keySet()))
                .param(more.values().stream().map(Integer::longValue).toArray(Long[]::new))
                .query((row, _) ->
                        new Row(new Topic(row.getString("topic")), row.getLong("version")))
                .list()
                .forEach(row -> versions.put(row.topic(), row.version()));
        return versions;
    }

    private static String[] names(Collection<Topic> topics) {
        return topics.stream().map(Topic::name).toArray(String[]::new);
    }
}
