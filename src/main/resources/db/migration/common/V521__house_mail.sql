-- Test messages of the gateway to its own mailbox, and when each came back.
create table heartbeat (
    transfer_id varchar(26) primary key,
    sent_at     timestamp with time zone not null,
    returned_at timestamp with time zone,
    alarmed     boolean not null default false
);
create index heartbeat_sent on heartbeat (sent_at);

-- One row: how many urgent cases the team was told of last.
create table team_told (
    id     integer primary key,
    urgent integer not null
);
insert into team_told (id, urgent) values (1, 0);
