create table person (
  id varchar(36) primary key,
  email varchar(320) not null unique,
  password varchar(200) not null,
  getty_user_name varchar(200),
  getty_password varbinary(1000)
);

create table license (
  person_id varchar(36) not null references person (id),
  asset_id varchar(50) not null,
  size_key varchar(50) not null,
  coordination_id varchar(50) not null unique,
  content varbinary(20000),
  primary key (person_id, asset_id, size_key)
);
