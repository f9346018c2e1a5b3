#include "read/story.h"

void pv_story_begin(pv_story *story, pv_builder *builder, pv_arena *scratch) {
  *story = (pv_story){.scratch = scratch};
  story->levels[0].builder = builder;
}

void pv_story_end_paragraph(pv_story *story) {
  pv_story_level *level = &story->levels[story->depth];
  pv_builder_end_paragraph(level->builder);
  for (size_t i = 0; i < level->asides.count; i++) {
    const pv_aside *aside = &level->asides.items[i];
    pv_builder_splice(level->builder, aside->reading, aside->text, aside->before, aside->behind);
  }
  level->asides.count = 0;
}

void pv_story_hang(pv_story *story, pv_aside aside) {
  PV_PUSH(story->scratch, &story->levels[story->depth].asides, aside);
}

bool pv_story_begin_box(pv_story *story) {
  if (story->depth + 1 == PV_STORY_DEPTH) return false;
  pv_reading *reading = PV_NEW(story->scratch, pv_reading);
  pv_builder *builder = PV_NEW(story->scratch, pv_builder);
  reading->arena = reading->diagnostics.arena = story->scratch;
  pv_builder_begin(builder, reading);
  story->levels[++story->depth] = (pv_story_level){.builder = builder};
  return true;
}

void pv_story_end_box(pv_story *story, pv_str before, pv_str behind) {
  if (!story->depth) return;
  pv_story_end_paragraph(story);
  pv_builder *box = pv_story_builder(story);
  pv_builder_take(box);
  story->depth--;
  pv_builder_left_move(pv_story_builder(story), box);
  pv_story_hang(story,
                (pv_aside){box->reading, {0, (uint32_t)box->reading->text.size}, before, behind});
}
