-- Bytes at rest. Nothing here is readable without the key epochs, which live outside the database.
create table holder_key (
    holder     varchar(120) primary key,
    epoch      varchar(7)   not null,
    wrapped    bytea,                          -- under the key of the epoch; null once erased
    erased_at  timestamp with time zone
);

create table blob (
    id         varchar(32)  primary key,
    size_bytes bigint,                         -- of the plaintext; null while it is being written
    created_at timestamp with time zone not null
);

create table blob_chunk (
    blob  varchar(32) not null references blob (id),
    seq   integer     not null,
    bytes bytea       not null,                -- sealed, at most 1 MiB
    primary key (blob, seq)
);

-- Written by the transaction that refers to the blob; a blob without one is unreadable and is swept after a day.
create table blob_key (
    blob    varchar(32)  primary key references blob (id),
    holder  varchar(120) not null,
    wrapped bytea        not null              -- the data key under the holder's key
);
create index blob_key_holder on blob_key (holder);

-- One row once the key of the blind indexes was made: without its file the indexes would silently find nothing.
create table index_key (
    made boolean primary key
);
