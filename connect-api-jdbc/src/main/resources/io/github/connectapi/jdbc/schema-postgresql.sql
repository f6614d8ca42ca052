create table if not exists getty_connect_session (
	id varchar(64) not null primary key,
	content bytea,
	keep_until bigint not null,
	claim_owner varchar(64),
	claim_until bigint not null
);
