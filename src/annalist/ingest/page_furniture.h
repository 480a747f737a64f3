// What stands on pages and belongs to none of them: running heads, feet, page numbers, the address and time that a browser prints.
#pragma once

#include <string>
#include <vector>

#include "annalist/ingest/pdf_layout.h"

namespace annalist {

struct PageFurniture {
  std::string url;                 // an address among them
  std::vector<std::string> lines;  // each text once: an outlet's name may be among them
};

// Takes out of the layout the lines in the upper or lower eighth of a page that stand on several pages alike but for their digits, page
// numbers, and short small print. `body_height`: of the running text's lines; a line a quarter higher is a headline and no furniture.
PageFurniture take_page_furniture(PdfLayout& layout, double body_height);

}  // namespace annalist
