-- When each key epoch was found to hold no living key any more, and when its file was gone: from then on an erasure under it is final.
create table key_epoch (
    epoch      varchar(7) primary key,
    emptied_at timestamp with time zone not null,
    retired_at timestamp with time zone
);
