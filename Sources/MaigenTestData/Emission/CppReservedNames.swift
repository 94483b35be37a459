/// Words that a variable of an emitted program must not be called: keywords, and names that `testlib.h`, the C library
/// or `using namespace std;` put into the global namespace, where a file-scope variable of the same name would be
/// ambiguous.
///
/// Found by asking g++ 12 about every identifier in the preprocessed `testlib.h`; long and exotic names are left out.
let cppReservedNames: Set<String> = Set(
    """
    abort abs access acct accumulate acos acosh add_const add_cv add_pointer add_volatile addFeature addressof
    adjacent_find advance alarm alignas aligned_alloc aligned_union alignment_of alignment_of_v alignof all_of alloca
    allocator allocator_arg and and_eq ans any any_of appesMode apply arg args array asctime asin asinh asm asprintf
    assert assoc_laguerre assoc_legendre async at_quick_exit atan atanh atexit atof atoi atol atomic auto
    back_inserter bad_alloc bad_cast bad_exception bad_typeid basename basic_filebuf basic_fstream basic_ifstream
    basic_ios basic_iostream basic_istream basic_ofstream basic_ostream basic_string bcmp bcopy begin beta BIG_ENDIAN
    binary_negate binary_search bind bit_and bit_not bit_or bit_xor bitand bitor bitset bool bool_constant BOOL_MAX
    BOOL_WIDTH boolalpha break brk bsearch btowc BUFSIZ byte BYTE_ORDER bzero calloc canonicalize case catch cbegin
    cbrt ceil cend cerr char char16_t char32_t char8_t char_traits chdir checker checkerName chown chrono chroot cin
    clamp class clearenv clearerr clock clock_adjtime clock_getres clock_gettime clock_settime clock_t clog clone
    close close_range closefrom co_await co_return co_yield codecvt codecvt_base codecvt_byname collate collate_byname
    common_type compl complex compress concept conditional confstr conj conjunction conjunction_v const const_cast
    consteval constexpr constinit continue copy copy_backward copy_if copy_n copysign cos cosh count count_if cout CR
    CRASHED crbegin creat cref crend crypt ctermid ctime ctype ctype_base ctype_byname cuserid daddl daemon data
    daylight DBL_MAX ddivl dec decay decltype declval default defaultfloat DELAYTIMER_MAX delete denorm_absent
    denorm_present deque destroy destroy_at destroy_n dfmal difftime DIRT_EXIT_CODE disjunction disjunction_v distance
    div div_t divides dmull do domain_error double doubleCompare doubleDelta dprintf drem dsqrtl dsubl dup duplocale
    dynamic_cast dysize eaccess ecvt else empty enable_if end ends endusershell englishEnding ensure ensure_ext enum
    environ EOF equal equal_range equal_to equals erf erfc errc errno error_category error_code euidaccess exception
    exception_ptr execution exit exp expint explicit explicit_bzero export extent extent_v extern fabs faccessat fadd
    FAIL_EXIT_CODE FAILED fallocate false false_type FAPPEND FASYNC fchdir fchown fchownat fclose fcloseall fcntl fcvt
    fd_mask fd_set fdatasync fdim fdiv fdopen feature feof ferror fexecve fflush ffma ffs FFSYNC fgetc fgetpos fgets
    fgetwc fgetws filebuf FILENAME_MAX fileno filesystem fill fill_n final find find_end find_first_of find_if
    find_if_not finite first_of fixed float flockfile floor FLT_MAX flush fma fmemopen fmod FMT_TO_RESULT fmul FNDELAY
    FNONBLOCK fopen fopencookie for for_each for_each_n fork format forward fpathconf fpclassify fpos fprintf fputc
    fputs fputwc fputws fread free freelocale freopen frexp friend fscanf fseek fseeko fsetpos fsqrt fstream fsub
    fsync ftell ftello ftruncate ftrylockfile function funlockfile future gamma gcd gcvt generate generate_n get
    getTestCases gid_t gmtime goto grantpt greater greater_equal group_member halt hash hermite hex hexfloat HUGE_VAL
    hypot if ifstream ignore ilogb imag import in_place in_place_index in_place_type includes index index_sequence inf
    INFINITY initstate inline inner_product inplace_merge inserter int int16_t int32_t int64_t int8_t INT_MAX INT_MIN
    internal intptr_t invoke invoke_result io_errc ios ios_base iostream iota is_sorted isalnum isalpha isascii isatty
    isblank isBlanks iscanonical iscntrl isctype isdigit isEof isEoln iseqsig isfinite isgraph isgreater
    isgreaterequal isinf isless islessequal islessgreater islower isnan isnormal isPrime isprint ispunct issignaling
    isspace issubnormal istream istringstream isunordered isupper isxdigit iszero iter_swap iterator j0 j0f j0l j1 j1f
    j1l jn jnf jnl join labs laguerre latestFeatures launder lchown lcm lconv ldexp ldiv ldiv_t left legendre
    length_error lerp less less_equal LF lgamma LINE_MAX link linkat linux list literals LITTLE_ENDIAN llabs lldiv
    LLONG_MAX LLONG_MIN locale localeconv localtime lockf log logb logic_error logical_and logical_not logical_or long
    LONG_MAX LONG_MIN longjmp lower_bound lowerCase lrint lround lseek M_E M_PI main make_heap make_pair make_signed
    make_tuple make_unsigned malloc map max max_align_t max_element MAXFLOAT mblen mbsinit mbsnrtowcs mbsrtowcs
    mbstowcs mbtowc mem_fn mem_fun mem_fun_ref memccpy memchr memcmp memcpy memfrob memmem memmove mempcpy memrchr
    memset merge messages messages_base midpoint min min_element minmax minmax_element minus mismatch mkdtemp mkostemp
    mkostemps mkstemp mkstemps mktemp mktime modf module modulus money_base money_get money_put moneypunct monostate
    move move_backward move_iterator mt19937 mt19937_64 multimap multiplies multiset mutable mutex NAME_MAX namespace
    NAN nearbyint negate negation negation_v new new_handler newlocale next next_permutation nice noboolalpha noexcept
    none_of NORETURN norm noshowbase noshowpoint noshowpos noskipws not not_eq not_equal_to not_fn nothrow nounitbuf
    nouppercase nth_element NULL nullptr nullptr_t num_get num_put numeric_limits numpunct NZERO obstack_printf oct
    off_t offsetof ofstream OK OK_EXIT_CODE on_exit open open_memstream openat operator opt optarg opterr optind
    optional optopt or or_eq ostream ostringstream ouf out_of_range outcomes overflow_error override pair parseOpt
    partial_sort partial_sum partition partition_copy path PATH_MAX pathconf pause pclose PDP_ENDIAN PE_EXIT_CODE
    perror pid_t pipe PIPE_BUF placeholders plus pmr pointer_traits polar pop_heap popcount popen pow pread
    prepareOpts prev prev_permutation prime printf println priority_queue private profil proj protected pselect
    ptr_fun ptrdiff_t ptsname public push_heap putc putchar putenv puts putw putwc putwchar pwrite qecvt qfcvt qgcvt
    qsort queue quick_exit quit quitif quitp quitpi R_OK raise rand RAND_MAX random_device random_shuffle range_error
    rank rank_v ratio rawmemchr rbegin read readahead readlink readlinkat real realloc reallocarray realpath ref regex
    register registerGen registerScorer remainder remove remove_const remove_copy remove_copy_if remove_cv
    remove_extent remove_if remove_pointer remquo rename renameat rend replace replace_copy replace_if requires
    result_of resultExitCode resultName return reverse reverse_copy revoke rewind riemann_zeta right rindex rint rmdir
    rnd rotate rotate_copy round roundeven rpmatch RTSIG_MAX RUNTIME_ERROR runtime_error sample sbrk scalb scalbln
    scalbn scanf scientific search search_n secure_getenv select set setjmp setprecision setw short showbase showpoint
    showpos shuffle sigabbrev_np sigdescr_np signal signbit signed signgam significand sin sincos sinh size size_t
    sizeof SKIPPED skipws sleep SNAN SNANF SNANL snprintf sort sort_heap SPACE span splice split sprintf sqrt srand
    srandom sscanf ssize ssize_t st_atime st_ctime st_mtime stable_sort stack startTest static static_assert
    static_cast std stderr stdin stdout stod stof stoi stol stold stoul stpcpy stpncpy str strcmp strcpy string_view
    STRINGIZE strlen swab swap swap_ranges switch swprintf swscanf symlink symlinkat sync syncfs syscall sysconf
    system system_error TAB tan tanh tcgetpgrp tcsetpgrp tee template tempnam terminate testlib_fopen testlib_fopen_
    testlib_part testlibMode tgamma this thread thread_local throw tie time time_base time_get time_put time_t
    TIME_UTC timegm timelocal timer_create timer_delete timer_gettime timer_settime timespec_get timezone to_string
    to_wstring toascii tokenize tolower toString toupper tout transform trim true true_type trunc truncate try ttyname
    ttyslot tuple tuple_cat tuple_element tuple_size tuple_size_v type_info typedef typeid typename typeof tzname
    tzset u_char u_int u_long u_short ualarm uid_t uint uint16_t uint32_t uint64_t uint8_t UINT_MAX uintptr_t
    ULLONG_MAX ulong unary_function unary_negate unexpected ungetc ungetwc union unique unique_copy unitbuf unix
    unlink unlinkat unlockpt unordered_map unordered_set unsetenv unsetTestCase unshare unsigned upper_bound upperCase
    uppercase use_facet uselocale uses_allocator ushort using usleep va_arg va_copy va_end va_list va_start valarray
    validator valloc variant vasprintf vdprintf vector VERSION vhangup virtual visit vmsplice void volatile vprintf
    vtos wcerr wchar_t wcin wclog wcout wcpcpy wcpncpy wcrtomb wctob wctomb wctrans wctype wcwidth wfilebuf wfstream
    while wifstream wios wiostream wistream wistringstream wofstream wostream wostringstream wprintf write ws wscanf
    wstreambuf wstreampos wstring wstring_view wstringbuf wstringstream X_OK xor xor_eq y0 y0f y0l y1 y1f y1l y2 yn
    ynf ynl
    """.split { $0 == " " || $0 == "\n" }.map(String.init))
