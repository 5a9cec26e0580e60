CREATE TABLE `entries` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`organisation_id` text,
	`example` integer DEFAULT false NOT NULL,
	`title` text NOT NULL,
	`texts` text NOT NULL,
	`links` text NOT NULL,
	`elements` text NOT NULL,
	`geography` text,
	`care_groups` text NOT NULL,
	`stage` integer,
	`points` text,
	`target` text,
	`shared_from` text,
	`named_in` text,
	`contact` integer DEFAULT false NOT NULL,
	`state` text DEFAULT 'draft' NOT NULL,
	`editor_words` text DEFAULT '' NOT NULL,
	`written_by` text NOT NULL,
	`published_at` text,
	`withdrawn_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `entries_organisation` ON `entries` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `entry_files` (
	`id` text PRIMARY KEY NOT NULL,
	`entry_id` text NOT NULL,
	`title` text NOT NULL,
	`file_name` text NOT NULL,
	`media_type` text NOT NULL,
	`size` integer NOT NULL,
	`digest` text NOT NULL,
	`bytes` blob NOT NULL,
	`added_by` text NOT NULL,
	`added_at` text NOT NULL,
	FOREIGN KEY (`entry_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `messages` (
	`id` text PRIMARY KEY NOT NULL,
	`conversation` text NOT NULL,
	`about` text NOT NULL,
	`from_person` text NOT NULL,
	`from_organisation` text NOT NULL,
	`to_organisation` text NOT NULL,
	`text` text NOT NULL,
	`sent_at` text NOT NULL,
	`read_at` text,
	FOREIGN KEY (`from_organisation`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_organisation`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `messages_to` ON `messages` (`to_organisation`);--> statement-breakpoint
CREATE INDEX `messages_conversation` ON `messages` (`conversation`);--> statement-breakpoint
CREATE TABLE `remarks` (
	`id` text PRIMARY KEY NOT NULL,
	`about` text NOT NULL,
	`organisation_id` text,
	`text` text NOT NULL,
	`written_by` text NOT NULL,
	`written_at` text NOT NULL,
	`withdrawn_at` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `remarks_about` ON `remarks` (`about`);--> statement-breakpoint
CREATE TABLE `self_checks` (
	`review_id` text NOT NULL,
	`checklist` text NOT NULL,
	`edition` text NOT NULL,
	`answers` text NOT NULL,
	`words` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` text NOT NULL,
	PRIMARY KEY(`review_id`, `checklist`),
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `topics` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text,
	`example` integer DEFAULT false NOT NULL,
	`title` text NOT NULL,
	`text` text NOT NULL,
	`elements` text NOT NULL,
	`summary` text DEFAULT '' NOT NULL,
	`written_by` text NOT NULL,
	`opened_at` text NOT NULL,
	`closed_at` text,
	`withdrawn_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `useful_marks` (
	`about` text NOT NULL,
	`person_id` text NOT NULL,
	`organisation_id` text,
	`at` text NOT NULL,
	PRIMARY KEY(`about`, `person_id`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `consents` (
	`id` text PRIMARY KEY NOT NULL,
	`review_id` text NOT NULL,
	`kind` text NOT NULL,
	`named` integer NOT NULL,
	`given_by` text NOT NULL,
	`given_at` text NOT NULL,
	`withdrawn_by` text,
	`withdrawn_at` text,
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `consents_review` ON `consents` (`review_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `consents_standing` ON `consents` (`review_id`,`kind`) WHERE withdrawn_at is null;--> statement-breakpoint
CREATE TABLE `feed_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`title` text NOT NULL,
	`digest` text NOT NULL,
	`made_at` text NOT NULL,
	`used_at` text,
	`revoked_at` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `feed_keys_digest_unique` ON `feed_keys` (`digest`);--> statement-breakpoint
CREATE INDEX `feed_keys_person` ON `feed_keys` (`person_id`);--> statement-breakpoint
CREATE TABLE `release_drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`example` integer NOT NULL,
	`title` text NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text NOT NULL,
	`others` integer NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`state` text DEFAULT 'making' NOT NULL,
	`done` integer DEFAULT 0 NOT NULL,
	`steps` integer DEFAULT 0 NOT NULL,
	`at_step` text DEFAULT '' NOT NULL,
	`problem` text,
	`draft` text,
	`release` integer,
	`version` integer DEFAULT 1 NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `releases` (
	`number` integer PRIMARY KEY NOT NULL,
	`example` integer NOT NULL,
	`title` text NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text NOT NULL,
	`digest` text NOT NULL,
	`document` text NOT NULL,
	`grounds` text NOT NULL,
	`published_by` text NOT NULL,
	`published_at` text NOT NULL
);
