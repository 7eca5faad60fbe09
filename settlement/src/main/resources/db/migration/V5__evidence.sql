-- Leaves wait here from the transaction that signed their statement until they are sequenced.
create table log_queue (
    position  bigint      not null auto_increment,
    digest    char(64)    not null,
    leaf      binary(32)  not null,
    queued_at datetime(6) not null,
    constraint log_queue_pk primary key (position),
    constraint log_queue_digest unique (digest)
) default charset = ascii;

-- RFC 9162: the statement with this SHA-256 digest is leaf number leaf_index.
create table log_leaf (
    leaf_index bigint   not null,
    digest     char(64) not null,
    constraint log_leaf_pk primary key (leaf_index),
    constraint log_leaf_digest unique (digest)
) default charset = ascii;

-- Hashes of complete subtrees: level 0 are the leaves, node i of level l covers leaves i*2^l to (i+1)*2^l - 1.
-- Immutable: a tile of C2SP tlog-tiles is 256 of them side by side at a level that is a multiple of 8.
create table log_node (
    level      smallint   not null,
    node_index bigint     not null,
    hash       binary(32) not null,
    constraint log_node_pk primary key (level, node_index)
);

create table log_checkpoint (
    size      bigint      not null,
    root      binary(32)  not null,
    note      text        not null,
    signed_at datetime(6) not null,
    constraint log_checkpoint_pk primary key (size)
);
