-- Tokens for requests from outside the desk. Only the hash is kept; the token is shown once.
create table api_token (
    id         varchar(26)              not null primary key,
    account_id varchar(64)              not null,
    hash       varchar(64)              not null unique,
    created_at timestamp with time zone not null,
    revoked_at timestamp with time zone
);
