-- What happened, in order. Column names are those of pujiang.web.wiring.AxonWiring.
CREATE TABLE domain_event_entry (
    global_index         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    event_identifier     VARCHAR(36)  NOT NULL,
    aggregate_identifier VARCHAR(64)  NOT NULL,
    sequence_number      BIGINT       NOT NULL,
    type                 VARCHAR(32)  NOT NULL,
    time_stamp           VARCHAR(35)  NOT NULL,
    payload_type         VARCHAR(128) NOT NULL,
    payload_revision     VARCHAR(8),
    payload              MEDIUMBLOB   NOT NULL,
    meta_data            BLOB         NOT NULL,
    UNIQUE KEY one_event_per_step (aggregate_identifier, sequence_number, type),
    UNIQUE KEY one_row_per_event (event_identifier)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE snapshot_event_entry (
    aggregate_identifier VARCHAR(64)  NOT NULL,
    sequence_number      BIGINT       NOT NULL,
    type                 VARCHAR(32)  NOT NULL,
    event_identifier     VARCHAR(36)  NOT NULL,
    time_stamp           VARCHAR(35)  NOT NULL,
    payload_type         VARCHAR(128) NOT NULL,
    payload_revision     VARCHAR(8),
    payload              MEDIUMBLOB   NOT NULL,
    meta_data            BLOB         NOT NULL,
    PRIMARY KEY (aggregate_identifier, sequence_number),
    UNIQUE KEY one_row_per_snapshot (event_identifier)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- How far each processor that runs behind has read.
CREATE TABLE token_entry (
    processor_name VARCHAR(128) NOT NULL,
    segment        INT          NOT NULL,
    token          BLOB,
    token_type     VARCHAR(255),
    time_stamp     VARCHAR(35),
    owner          VARCHAR(255),
    PRIMARY KEY (processor_name, segment)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
