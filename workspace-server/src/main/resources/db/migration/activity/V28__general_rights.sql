-- The rights to read and to write motions are the general ones now; what was counted under their names goes on.
update topic_version
    set topic = replace(replace(topic, ':READ_MOTIONS:', ':READ:'), ':WRITE_MOTIONS:', ':ACT_FOR:')
    where topic like '%\_MOTIONS:%';
