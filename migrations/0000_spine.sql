CREATE TABLE `findings` (
	`review_id` text NOT NULL,
	`slug` text NOT NULL,
	`position` integer NOT NULL,
	`element` text NOT NULL,
	`direction` text NOT NULL,
	`weight` text NOT NULL,
	`reason` text,
	`heading` text NOT NULL,
	`text` text NOT NULL,
	`elements` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` text NOT NULL,
	PRIMARY KEY(`review_id`, `slug`),
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `judgements` (
	`review_id` text NOT NULL,
	`element` text NOT NULL,
	`step` integer NOT NULL,
	`reason` text NOT NULL,
	`source` text,
	`version` integer DEFAULT 1 NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` text NOT NULL,
	PRIMARY KEY(`review_id`, `element`),
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `links` (
	`review_id` text NOT NULL,
	`finding` text NOT NULL,
	`position` integer NOT NULL,
	`source` text NOT NULL,
	`question` text,
	`passage` text,
	PRIMARY KEY(`review_id`, `finding`, `position`),
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `narratives` (
	`review_id` text NOT NULL,
	`element` text NOT NULL,
	`part` text NOT NULL,
	`paragraphs` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` text NOT NULL,
	PRIMARY KEY(`review_id`, `element`, `part`),
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `recommendations` (
	`review_id` text NOT NULL,
	`number` integer NOT NULL,
	`element` text NOT NULL,
	`text` text NOT NULL,
	`findings` text NOT NULL,
	`source` text,
	`version` integer DEFAULT 1 NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` text NOT NULL,
	PRIMARY KEY(`review_id`, `number`),
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `documents` (
	`kind` text NOT NULL,
	`id` text NOT NULL,
	`edition` text NOT NULL,
	`digest` text NOT NULL,
	`document` text NOT NULL,
	`loaded_at` text NOT NULL,
	PRIMARY KEY(`kind`, `id`, `edition`)
);
--> statement-breakpoint
CREATE TABLE `answers` (
	`source_id` integer NOT NULL,
	`question` integer NOT NULL,
	`record` integer NOT NULL,
	`reading` integer NOT NULL,
	`value` integer NOT NULL,
	PRIMARY KEY(`source_id`, `question`, `record`, `reading`),
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `passages` (
	`source_id` integer NOT NULL,
	`slug` text NOT NULL,
	`position` integer NOT NULL,
	`text` text NOT NULL,
	`elements` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` text NOT NULL,
	PRIMARY KEY(`source_id`, `slug`),
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `records` (
	`source_id` integer NOT NULL,
	`number` integer NOT NULL,
	`reference` text NOT NULL,
	`strata` text NOT NULL,
	PRIMARY KEY(`source_id`, `number`),
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `records_reference` ON `records` (`source_id`,`reference`);--> statement-breakpoint
CREATE TABLE `samples` (
	`source_id` integer PRIMARY KEY NOT NULL,
	`design` text NOT NULL,
	`frame_size` integer,
	`asked` integer,
	`strata` text,
	`how_drawn` text NOT NULL,
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `sources` (
	`id` integer PRIMARY KEY NOT NULL,
	`review_id` text NOT NULL,
	`slug` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`instrument` text,
	`from_day` text,
	`to_day` text,
	`owner` text NOT NULL,
	`heard_from` text NOT NULL,
	`people_met` integer,
	`note` text,
	`published` text,
	`version` integer DEFAULT 1 NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` text NOT NULL,
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sources_slug` ON `sources` (`review_id`,`slug`);--> statement-breakpoint
CREATE TABLE `written_answers` (
	`source_id` integer NOT NULL,
	`question` integer NOT NULL,
	`record` integer NOT NULL,
	`reading` integer NOT NULL,
	`text` text NOT NULL,
	PRIMARY KEY(`source_id`, `question`, `record`, `reading`),
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `programmes` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `reviews` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`partnership` text NOT NULL,
	`programme_id` text,
	`from_day` text NOT NULL,
	`to_day` text NOT NULL,
	`frameworks` text NOT NULL,
	`quantity_scale` text NOT NULL,
	`evaluation_scale` text NOT NULL,
	`about` text NOT NULL,
	`standing` text,
	`notice` text,
	`version` integer DEFAULT 1 NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` text NOT NULL,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action
);
