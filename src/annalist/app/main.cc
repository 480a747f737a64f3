#include "annalist/app/cli.h"

int main(int argc, char** argv) { return annalist::run_command_line(argc, argv); }
