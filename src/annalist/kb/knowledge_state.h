// What an opened Knowledge holds: the mapped base index and, over it, an index of the user's own files that is made at opening. Internal
// to kb/: the query functions of knowledge.h, in several files, share it.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "annalist/base/files.h"
#include "annalist/kb/index_view.h"
#include "annalist/kb/knowledge.h"
#include "annalist/kb/name_key.h"
#include "annalist/kb/resolve.h"

namespace annalist {

struct Knowledge::State {
  MappedFile file;
  std::string overlay;                // the upper index's bytes; a std::string's heap block is aligned well enough
  std::vector<kb::IndexView> layers;  // base first
  std::vector<uint32_t> redirect;     // of base actors that the overlay changed or dropped; empty without any. Own index: unchanged
  std::string version;

  const kb::IndexView& layer_of(uint32_t actor) const {
    return layers.size() > 1 && actor >= layers[1].first_actor() ? layers[1] : layers[0];
  }
  const kb::ActorRow& row(uint32_t actor) const {
    const kb::IndexView& layer = layer_of(actor);
    return layer.actors()[actor - layer.first_actor()];
  }
  // Where a reference leads now: to the changed record, or nowhere when dropped.
  uint32_t follow(uint32_t actor) const { return actor < redirect.size() ? redirect[actor] : actor; }
  bool hidden(uint32_t actor) const { return actor < redirect.size() && redirect[actor] != actor; }

  // Calls visit(layer, posting) for all postings of a kind under a key; upper layer first. Hidden actors are passed over.
  template <class Visit>
  void for_each(uint64_t key, kb::PostingKind kind, Visit visit) const {
    for (size_t i = layers.size(); i-- > 0;) {
      for (const kb::Posting& posting : layers[i].find(key).postings) {
        if (posting.kind != kind) continue;
        const bool actor = kind == kb::PostingKind::kActor || kind == kb::PostingKind::kCountryWord;
        if (actor && hidden(posting.value)) continue;
        visit(layers[i], posting);
      }
    }
  }

  HeldRole held(const kb::IndexView& layer, const kb::RoleRow& row) const;
  // Whether the open term was ended, before or on the day, by another holder who came later.
  bool superseded(uint32_t actor, const kb::RoleRow& row, Date day) const;
};

inline Date unpacked(int32_t day) { return {day / 10000, day / 100 % 100, day % 100}; }

}  // namespace annalist
