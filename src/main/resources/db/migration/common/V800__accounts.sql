-- People who sign in. Names are sealed; sign-in names and names are found by blind index only. No password, ever.
create table account (
    id             varchar(64)              not null primary key,
    number         bigint                   not null unique,
    role           varchar(16)              not null,
    sign_in_index  bytea                    not null unique,
    name_index     bytea                    not null,
    sign_in_sealed bytea                    not null,
    name_sealed    bytea                    not null,
    created_at     timestamp with time zone not null,
    closed         boolean                  not null,
    word_index     bytea,
    word_until     timestamp with time zone,
    word_failures  integer                  not null
);

-- Passkeys, in the form that Spring Security's own repositories read and write.
create table user_entities (
    id           varchar(1000) not null primary key,
    name         varchar(100)  not null unique,
    display_name varchar(200)
);

create table user_credentials (
    credential_id                varchar(1000) not null primary key,
    user_entity_user_id          varchar(1000) not null references user_entities (id),
    public_key                   bytea         not null,
    signature_count              bigint,
    uv_initialized               boolean,
    backup_eligible              boolean       not null,
    authenticator_transports     varchar(1000),
    public_key_credential_type   varchar(100),
    backup_state                 boolean       not null,
    attestation_object           bytea,
    attestation_client_data_json bytea,
    created                      timestamp,
    last_used                    timestamp,
    label                        varchar(1000) not null
);
