/* What a spec names is read below its folder alone, by openat2 and, where the system lacks it, step
 * by step: the Makefile links this program with --wrap=syscall, so that it can be missing. */
#include "base/io.h"
#include "unit.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool lacking;

long __real_syscall(long number, ...);
long __wrap_syscall(long number, int base, const char *name, void *how, size_t size);

long __wrap_syscall(long number, int base, const char *name, void *how, size_t size)
{
	if (!lacking)
		return __real_syscall(number, base, name, how, size);
	errno = ENOSYS;
	return -1;
}

static void write_file(const char *path)
{
	int fd = open(path, O_WRONLY | O_CREAT, 0600);
	assert_int_equal(write(fd, "a,b\n", 4), 4);
	close(fd);
}

static bd_load_status load(bd_arena *arena, const char *name)
{
	static const char *const folders[] = { "spec", NULL };
	bd_blob blob;
	bd_load_status status = bd_load(bd_loader_new(arena, folders), name, 1000, &blob);
	assert_true(status != BD_LOADED || blob.length == 4);
	return status;
}

TEST(what_is_below_the_folder_is_read)
{
	for (int i = 0; i < 2; i++) {
		lacking = i;
		assert_int_equal(load(arena, "data/a.csv"), BD_LOADED);
		assert_int_equal(load(arena, "./data//a.csv"), BD_LOADED);
		assert_int_equal(load(arena, "data/none.csv"), BD_LOAD_MISSING);
		assert_int_equal(load(arena, "data/a.csv/b"), BD_LOAD_MISSING);
		assert_int_equal(load(arena, "data"), BD_LOAD_UNREADABLE);
	}
}

TEST(what_leads_out_is_not)
{
	for (int i = 0; i < 2; i++) {
		lacking = i;
		assert_int_equal(load(arena, "../out.csv"), BD_LOAD_OUTSIDE);
		assert_int_equal(load(arena, "data/../../out.csv"), BD_LOAD_OUTSIDE);
		assert_int_equal(load(arena, "data/link.csv"), BD_LOAD_OUTSIDE);
		assert_int_equal(load(arena, "/etc/passwd"), BD_LOAD_OUTSIDE);
		assert_int_equal(load(arena, "http://example.org/a.csv"), BD_LOAD_OUTSIDE);
	}
}

TEST(long_files_are_read_whole)
{
	enum { LENGTH = (6 << 20) + 5 };
	char *bytes = BD_ARRAY(arena, LENGTH, char);
	for (size_t i = 0; i < LENGTH; i++)
		bytes[i] = (char)(i * 2654435761u >> 13);
	int fd = open("long.csv", O_WRONLY | O_CREAT, 0600);
	assert_int_equal(write(fd, bytes, LENGTH), LENGTH);
	close(fd);
	bd_blob blob;
	assert_int_equal(bd_read_file(arena, "long.csv", LENGTH - 1, &blob), BD_LOAD_TOO_BIG);
	assert_int_equal(bd_read_file(arena, "long.csv", LENGTH, &blob), BD_LOADED);
	assert_int_equal(blob.length, LENGTH);
	assert_memory_equal(blob.bytes, bytes, LENGTH);
	unlink("long.csv");
}

static int enter(void **state)
{
	(void)state;
	char folder[] = "/tmp/bieudo-loader-XXXXXX";
	if (!mkdtemp(folder) || chdir(folder) || mkdir("spec", 0700) || mkdir("spec/data", 0700))
		return -1;
	write_file("out.csv");
	write_file("spec/data/a.csv");
	return symlink("../../out.csv", "spec/data/link.csv");
}

static int leave(void **state)
{
	(void)state;
	char folder[4096];
	unlink("spec/data/a.csv");
	unlink("spec/data/link.csv");
	unlink("out.csv");
	rmdir("spec/data");
	rmdir("spec");
	return getcwd(folder, sizeof folder) ? rmdir(folder) : -1;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		UNIT(what_is_below_the_folder_is_read),
		UNIT(what_leads_out_is_not),
		UNIT(long_files_are_read_whole),
	};
	return cmocka_run_group_tests(tests, enter, leave);
}
