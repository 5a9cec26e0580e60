CREATE TABLE `attachment_files` (
	`attachment_id` text PRIMARY KEY NOT NULL,
	`bytes` blob NOT NULL,
	FOREIGN KEY (`attachment_id`) REFERENCES `attachments`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `attachments` (
	`id` text PRIMARY KEY NOT NULL,
	`review_id` text NOT NULL,
	`source_id` integer,
	`title` text NOT NULL,
	`file_name` text NOT NULL,
	`media_type` text NOT NULL,
	`size` integer NOT NULL,
	`digest` text NOT NULL,
	`revision` integer NOT NULL,
	`replaces` text,
	`from_day` text,
	`to_day` text,
	`elements` text NOT NULL,
	`withdrawn_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` text NOT NULL,
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE TABLE `collected_responses` (
	`id` text PRIMARY KEY NOT NULL,
	`collection_id` text NOT NULL,
	`resume_digest` text NOT NULL,
	`link_digest` text,
	`answers` text NOT NULL,
	`started_at` text NOT NULL,
	`saved_at` text NOT NULL,
	`sent_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`collection_id`) REFERENCES `collections`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`link_digest`) REFERENCES `collection_links`(`token_digest`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `collected_responses_resume_digest_unique` ON `collected_responses` (`resume_digest`);--> statement-breakpoint
CREATE TABLE `collection_links` (
	`token_digest` text PRIMARY KEY NOT NULL,
	`collection_id` text NOT NULL,
	`number` integer NOT NULL,
	`used_at` text,
	FOREIGN KEY (`collection_id`) REFERENCES `collections`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `collections` (
	`id` text PRIMARY KEY NOT NULL,
	`source_id` integer NOT NULL,
	`mode` text NOT NULL,
	`token` text,
	`introduction` text NOT NULL,
	`closes_at` text NOT NULL,
	`closed_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` text NOT NULL,
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `collections_token_unique` ON `collections` (`token`);--> statement-breakpoint
CREATE TABLE `instrument_drafts` (
	`source_id` integer PRIMARY KEY NOT NULL,
	`based_on` text,
	`draft` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` text NOT NULL,
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `frame_entries` (
	`source_id` integer NOT NULL,
	`position` integer NOT NULL,
	`reference` text NOT NULL,
	`strata` text NOT NULL,
	`standing` text NOT NULL,
	`draw_order` integer,
	`record` integer,
	`stands_for` text,
	`reason` text,
	`version` integer DEFAULT 1 NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` text NOT NULL,
	PRIMARY KEY(`source_id`, `position`),
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `frame_entries_reference` ON `frame_entries` (`source_id`,`reference`);--> statement-breakpoint
CREATE TABLE `batches` (
	`id` text PRIMARY KEY NOT NULL,
	`source_id` integer NOT NULL,
	`name` text NOT NULL,
	`way` text NOT NULL,
	`format` text,
	`file_name` text,
	`file_digest` text,
	`records` integer NOT NULL,
	`answers` integer NOT NULL,
	`dropped` text NOT NULL,
	`duplicates` integer DEFAULT 0 NOT NULL,
	`taken_in_at` text NOT NULL,
	`withdrawn_at` text,
	`reason` text,
	`version` integer DEFAULT 1 NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` text NOT NULL,
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `import_mappings` (
	`id` text PRIMARY KEY NOT NULL,
	`review_id` text NOT NULL,
	`organisation_id` text,
	`instrument` text NOT NULL,
	`header_digest` text NOT NULL,
	`mapping` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` text NOT NULL,
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `import_mappings_once` ON `import_mappings` (`review_id`,`instrument`,`header_digest`);--> statement-breakpoint
CREATE TABLE `staged_imports` (
	`id` text PRIMARY KEY NOT NULL,
	`source_id` integer NOT NULL,
	`person_id` text,
	`file_name` text NOT NULL,
	`file_digest` text,
	`state` text NOT NULL,
	`progress` integer DEFAULT 0 NOT NULL,
	`rows` integer,
	`found` text,
	`problem` text,
	`batch_id` text,
	`started_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` text NOT NULL,
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`batch_id`) REFERENCES `batches`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE TABLE `adjudications` (
	`source_id` integer NOT NULL,
	`question` integer NOT NULL,
	`record` integer NOT NULL,
	`value` integer NOT NULL,
	`text` text,
	`reason` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` text NOT NULL,
	PRIMARY KEY(`source_id`, `question`, `record`),
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `reading_comments` (
	`source_id` integer NOT NULL,
	`record` integer NOT NULL,
	`reading` integer NOT NULL,
	`question` integer NOT NULL,
	`text` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` text NOT NULL,
	PRIMARY KEY(`source_id`, `record`, `reading`, `question`),
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `readings` (
	`source_id` integer NOT NULL,
	`record` integer NOT NULL,
	`reading` integer NOT NULL,
	`person_id` text,
	`state` text NOT NULL,
	`started_at` text NOT NULL,
	`completed_at` text,
	`changes` integer DEFAULT 0 NOT NULL,
	`comment` text,
	`version` integer DEFAULT 1 NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` text NOT NULL,
	PRIMARY KEY(`source_id`, `record`, `reading`),
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE TABLE `figures` (
	`source_id` integer NOT NULL,
	`slug` text NOT NULL,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	`unit` text NOT NULL,
	`period` text NOT NULL,
	`origin` text NOT NULL,
	`chart` text NOT NULL,
	`table` text NOT NULL,
	`elements` text NOT NULL,
	`withdrawn_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` text NOT NULL,
	PRIMARY KEY(`source_id`, `slug`),
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `involvement` (
	`review_id` text NOT NULL,
	`slug` text NOT NULL,
	`position` integer NOT NULL,
	`stage` text NOT NULL,
	`groups` text NOT NULL,
	`number` integer,
	`day` text,
	`how` text NOT NULL,
	`changed` text,
	`withdrawn_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` text NOT NULL,
	PRIMARY KEY(`review_id`, `slug`),
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `notes` (
	`source_id` integer NOT NULL,
	`slug` text NOT NULL,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	`day` text,
	`text` text NOT NULL,
	`withdrawn_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` text NOT NULL,
	PRIMARY KEY(`source_id`, `slug`),
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `passages` ADD `direction` text;--> statement-breakpoint
ALTER TABLE `passages` ADD `quotation` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `passages` ADD `said_by` text;--> statement-breakpoint
ALTER TABLE `passages` ADD `note` text;--> statement-breakpoint
ALTER TABLE `passages` ADD `starts` integer;--> statement-breakpoint
ALTER TABLE `passages` ADD `ends` integer;--> statement-breakpoint
ALTER TABLE `passages` ADD `record` integer;--> statement-breakpoint
ALTER TABLE `passages` ADD `question` integer;--> statement-breakpoint
ALTER TABLE `passages` ADD `withdrawn_at` text;--> statement-breakpoint
ALTER TABLE `records` ADD `batch_id` text REFERENCES batches(id);--> statement-breakpoint
ALTER TABLE `records` ADD `digest` text;--> statement-breakpoint
ALTER TABLE `samples` ADD `drawn` text;--> statement-breakpoint
ALTER TABLE `samples` ADD `second` text;--> statement-breakpoint
ALTER TABLE `sources` ADD `heard` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `sources` ADD `withdrawn_at` text;--> statement-breakpoint
ALTER TABLE `given_records` ADD `reading` integer DEFAULT 1 NOT NULL;