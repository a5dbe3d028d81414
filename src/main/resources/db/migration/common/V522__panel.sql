-- Meetings of the panel and the cases put on each; nothing here is about a person.
create table panel_meeting (
    id        varchar(26) primary key,
    begins_at timestamp with time zone not null,
    minutes   integer not null,
    place     varchar(200) not null,
    made_by   varchar(64) not null
);

create table panel_case (
    meeting_id varchar(26) not null,
    case_id    varchar(26) not null,
    added_at   timestamp with time zone not null,
    primary key (meeting_id, case_id)
);
create index panel_case_case on panel_case (case_id);
