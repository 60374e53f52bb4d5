// Single-byte encodings: which iconv table each starts from, and what is different in Encode.
#include "builtins/encoding_tables.h"

#include <algorithm>
#include <charconv>
#include <iconv.h>
#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace perlipc::builtin {

namespace {

// `changes`: "BYTE=CODE" or "BYTE=CODE+COUNT" (so many more bytes and codes after it), hexadecimal; the
// code "-" means no character.
struct TableSource {
  std::string_view name;
  const char* base;  // iconv's name
  std::string_view changes;
};

constexpr TableSource kSources[] = {
    {"ascii-ctrl", "ASCII", "20=-+5f"},
    {"null", "ASCII", "00=-+7f"},
    {"cp1006", "ASCII",
     "80=80+20 a1=6f0+9 ab=60c ac=61b ad=ad ae=61f af=fe81 b0=fe8d b2=fe8e+1 b4=fe91 "
     "b5=fb56 b6=fb58 b7=fe93 b8=fe95 b9=fe97 ba=fb66 bb=fb68 bc=fe99 bd=fe9b be=fe9d "
     "bf=fe9f c0=fb7a c1=fb7c c2=fea1 c3=fea3 c4=fea5 c5=fea7 c6=fea9 c7=fb84 c8=feab "
     "c9=fead ca=fb8c cb=feaf cc=fb8a cd=feb1 ce=feb3 cf=feb5 d0=feb7 d1=feb9 d2=febb "
     "d3=febd d4=febf d5=fec1 d6=fec5 d7=fec9+8 e0=fed3 e1=fed5 e2=fed7 e3=fed9 e4=fedb "
     "e5=fb92 e6=fb94 e7=fedd e8=fedf+2 eb=fee3 ec=fb9e ed=fee5 ee=fee7 ef=fe85 f0=feed "
     "f1=fba6 f2=fba8+2 f5=fe80 f6=fe89+2 f9=fef1+2 fc=fbb0 fd=fbae fe=fe7c+1"},
    {"cp1026", "CP1026", "9d=b8 bc=af"},
    {"cp1047", "IBM1047", "15=a 25=85"},
    {"cp1255", "CP1255", "d4=5f0+2 e0=5d0+1a"},
    {"cp1258", "ASCII",
     "80=20ac 82=201a 83=192 84=201e 85=2026 86=2020+1 88=2c6 89=2030 8b=2039 8c=152 "
     "91=2018+1 93=201c+1 95=2022 96=2013+1 98=2dc 99=2122 9b=203a 9c=153 9f=178 "
     "a0=a0+22 c3=102 c4=c4+7 cc=300 cd=cd+2 d0=110 d1=d1 d2=309 d3=d3+1 d5=1a0 d6=d6+6 "
     "dd=1af de=303 df=df+3 e3=103 e4=e4+7 ec=301 ed=ed+2 f0=111 f1=f1 f2=323 f3=f3+1 "
     "f5=1a1 f6=f6+6 fd=1b0 fe=20ab ff=ff"},
    {"cp424", "CP424", "78=2017 8f=b1"},
    {"cp856", "CP856", "1a=1a 1c=1c 7f=7f ee=af fa=b7"},
    {"cp875", "IBM875", "3f=- 6a=7c 74=a0 dd=387 fd=1a"},
    {"dingbats", "ASCII",
     "21=2701+3 25=260e 26=2706+3 2a=261b 2b=261e 2c=270c+1b 48=2605 49=2729+22 6c=25cf "
     "6d=274d 6e=25a0 6f=274f+3 73=25b2 74=25bc 75=25c6 76=2756 77=25d7 78=2758+6 "
     "80=80+1f a1=2761+6 a8=2663 a9=2666 aa=2665 ab=2660 ac=2460+9 b6=2776+1e d5=2192 "
     "d6=2194+1 d8=2798+17 f1=27b1+d"},
    {"hp-roman8", "HP-ROMAN8", "ef=- ff=ff"},
    {"koi8-f", "KOI8-R",
     "91=2018+1 93=201c+1 95=2022 96=2013+1 98=a9 99=2122 9a=- 9b=bb 9c=ae 9d=ab 9f=a4 "
     "a0=a0 a1=452+1 a4=454+8 ad=491 ae=45e+1 b0=2116 b1=402+1 b4=404+8 bd=490 be=40e+1"},
    {"MacArabic", "ASCII",
     "20=-+4 26=-+5 2d=-+2 3a=- 3c=-+2 5b=-+4 7b=-+2 7f=- 80=c4 81=a0 82=c7 83=c9 84=d1 "
     "85=d6 86=dc 87=e1 88=e0 89=e2 8a=e4 8b=6ba 8c=ab 8d=e7 8e=e9 8f=e8 90=ea+1 92=ed "
     "93=2026 94=ee+1 96=f1 97=f3 98=bb 99=f4 9a=f6+1 9c=fa 9d=f9 9e=fb+1 a0=20+4 a5=66a "
     "a6=26+5 ac=60c ad=2d+2 b0=660+9 ba=3a bb=61b bc=3c+2 bf=61f c0=274a c1=621+19 "
     "db=5b+4 e0=640+12 f3=67e f4=679 f5=686 f6=6d5 f7=6a4 f8=6af f9=688 fa=691 fb=7b+2 "
     "fe=698 ff=6d2"},
    {"MacCentralEurRoman", "MAC-CENTRALEUROPE", "7f=-"},
    {"MacCroatian", "MACINTOSH",
     "7f=- a9=160 ae=17d b4=2206 b9=161 be=17e c6=106 c8=10c d0=110 d8=f8ff d9=a9 de=c6 "
     "df=bb e0=2013 e6=107 e8=10d f0=111 f9=3c0 fa=cb fd=ca fe=e6"},
    {"MacCyrillic", "MAC-CYRILLIC", "7f=- ff=20ac"},
    {"MacDingbats", "ASCII",
     "21=2701+3 25=260e 26=2706+3 2a=261b 2b=261e 2c=270c+1b 48=2605 49=2729+22 6c=25cf "
     "6d=274d 6e=25a0 6f=274f+3 73=25b2 74=25bc 75=25c6 76=2756 77=25d7 78=2758+6 7f=- "
     "80=2768+d a1=2761+6 a8=2663 a9=2666 aa=2665 ab=2660 ac=2460+9 b6=2776+1e d5=2192 "
     "d6=2194+1 d8=2798+17 f1=27b1+d"},
    {"MacFarsi", "ASCII",
     "20=-+4 26=-+5 2d=-+2 3a=- 3c=-+2 5b=-+4 7b=-+2 7f=- 80=c4 81=a0 82=c7 83=c9 84=d1 "
     "85=d6 86=dc 87=e1 88=e0 89=e2 8a=e4 8b=6ba 8c=ab 8d=e7 8e=e9 8f=e8 90=ea+1 92=ed "
     "93=2026 94=ee+1 96=f1 97=f3 98=bb 99=f4 9a=f6+1 9c=fa 9d=f9 9e=fb+1 a0=20+4 a5=66a "
     "a6=26+5 ac=60c ad=2d+2 b0=6f0+9 ba=3a bb=61b bc=3c+2 bf=61f c0=274a c1=621+19 "
     "db=5b+4 e0=640+12 f3=67e f4=679 f5=686 f6=6d5 f7=6a4 f8=6af f9=688 fa=691 fb=7b+2 "
     "fe=698 ff=6d2"},
    {"MacGreek", "ASCII",
     "7f=- 80=c4 81=b9 82=b2 83=c9 84=b3 85=d6 86=dc 87=385 88=e0 89=e2 8a=e4 8b=384 "
     "8c=a8 8d=e7 8e=e9 8f=e8 90=ea+1 92=a3 93=2122 94=ee+1 96=2022 97=bd 98=2030 99=f4 "
     "9a=f6 9b=a6 9c=20ac 9d=f9 9e=fb+1 a0=2020 a1=393+1 a3=398 a4=39b a5=39e a6=3a0 "
     "a7=df a8=ae a9=a9 aa=3a3 ab=3aa ac=a7 ad=2260 ae=b0 af=b7 b0=391 b1=b1 b2=2264+1 "
     "b4=a5 b5=392 b6=395+2 b9=399+1 bb=39c bc=3a6 bd=3ab be=3a8+1 c0=3ac c1=39d c2=ac "
     "c3=39f c4=3a1 c5=2248 c6=3a4 c7=ab c8=bb c9=2026 ca=a0 cb=3a5 cc=3a7 cd=386 ce=388 "
     "cf=153 d0=2013 d1=2015 d2=201c+1 d4=2018+1 d6=f7 d7=389+1 d9=38c da=38e db=3ad+2 "
     "de=3cc df=38f e0=3cd e1=3b1+1 e3=3c8 e4=3b4+1 e6=3c6 e7=3b3 e8=3b7 e9=3b9 ea=3be "
     "eb=3ba+3 ef=3bf+1 f1=3ce f2=3c1 f3=3c3+1 f5=3b8 f6=3c9 f7=3c2 f8=3c7 f9=3c5 fa=3b6 "
     "fb=3ca+1 fd=390 fe=3b0 ff=ad"},
    {"MacIcelandic", "MACINTOSH", "7f=- a0=dd c6=2206 dc=d0 dd=f0 de=de df=fe e0=fd f0=f8ff"},
    {"MacRoman", "MACINTOSH", "7f=- c6=2206 f0=f8ff"},
    {"MacRomanian", "MACINTOSH", "7f=- ae=102 af=218 be=103 bf=219 c6=2206 de=21a+1 f0=f8ff"},
    {"MacRumanian", "MACINTOSH",
     "ae=102 af=15e bd=2126 be=103 bf=15f c6=2206 db=a4 de=162+1 f0=f8ff"},
    {"MacSami", "ASCII",
     "27=- 28=27 80=c4+1 82=c7 83=c9 84=d1 85=d6 86=dc 87=e1 88=e0 89=e2 8a=e4 8b=e3 "
     "8c=e5 8d=e7 8e=e9 8f=e8 90=ea+1 92=ed 93=ec 94=ee+1 96=f1 97=f3 98=98 99=f4 9a=f6 "
     "9b=f5 9c=fa 9d=f9 9e=fb+1 a0=dd a1=b0 a2=10c a3=a3 a4=a7 a5=2022 a6=b6 a7=df a8=ae "
     "a9=a9 aa=2122 ab=b4 ac=a8 ad=2260 ae=c6 af=d8 b0=110 b1=14a b2=21e+1 b4=160 b5=166 "
     "b6=2202 b7=17d b8=10d b9=111 ba=14b bb=161 bc=167 bd=17e be=e6 bf=f8 c0=bf c1=a1 "
     "c2=ac c3=221a c4=192 c5=2248 c6=2206 c7=ab c8=bb c9=2026 ca=a0 cb=c0 cc=c3 cd=d5 "
     "ce=152+1 d0=2013+1 d2=201c+1 d4=2018+1 d6=f7 d7=25ca d8=ff d9=178 da=2044 db=a4 "
     "dc=d0 dd=f0 de=de df=fe e0=fd e1=b7 e2=201a e3=201e e4=2030 e5=c2 e6=ca e7=c1 "
     "e8=cb e9=c8 ea=cd+2 ed=cc ee=d3+1 f0=f8ff f1=d2 f2=da+1 f4=d9 f5=131 f6=1b7 f7=292 "
     "f8=1ee+1 fa=1e4+5"},
    {"MacTurkish", "MACINTOSH", "7f=- c6=2206 da=11e+1 dc=130+1 de=15e+1 f0=f8ff f5=f8a0"},
    {"MacUkrainian", "ASCII", "20=-+5f"},
    {"nextstep", "ASCII",
     "80=a0 81=c0+5 87=c7+f 97=d9+5 9d=b5 9e=d7 9f=f7 a0=a9 a1=a1+2 a4=2044 a5=a5 a6=192 "
     "a7=a7 a8=a4 a9=2019 aa=201c ab=ab ac=2039+1 ae=fb01+1 b0=ae b1=2013 b2=2020+1 "
     "b4=b7 b5=a6 b6=b6 b7=2022 b8=201a b9=201e ba=201d bb=bb bc=2026 bd=2030 be=ac "
     "bf=bf c0=b9 c1=2cb c2=b4 c3=2c6 c4=2dc c5=af c6=2d8+1 c8=a8 c9=b2 ca=2da cb=b8 "
     "cc=b3 cd=2dd ce=2db cf=2c7 d0=2014 d1=b1 d2=bc+2 d5=e0+5 db=e7+5 e1=c6 e2=ed e3=aa "
     "e4=ee+3 e8=141 e9=d8 ea=152 eb=ba ec=f2+4 f1=e6 f2=f9+2 f5=131 f6=fc+1 f8=142 "
     "f9=f8 fa=153 fb=df fc=fe+1 ff=fffd"},
    {"posix-bc", "IBM1047",
     "15=a 25=85 4a=60 5f=9f 6a=5e 79=a8 a1=af ad=dd b0=a2 ba=ac bb=5b+1 c0=f9 d0=a6 "
     "dd=db e0=d9 fb=7b fd=7d ff=7e"},
    {"symbol", "ASCII",
     "22=2200 24=2203 27=220d 2a=2217 2d=2212 40=2245 41=391+1 43=3a7 44=394+1 46=3a6 "
     "47=393 48=397 49=399 4a=3d1 4b=39a+3 4f=39f+1 51=398 52=3a1 53=3a3+2 56=3c2 57=3a9 "
     "58=39e 59=3a8 5a=396 5c=2234 5e=22a5 60=f8e5 61=3b1+1 63=3c7 64=3b4+1 66=3c6 "
     "67=3b3 68=3b7 69=3b9 6a=3d5 6b=3ba+3 6f=3bf+1 71=3b8 72=3c1 73=3c3+2 76=3d6 77=3c9 "
     "78=3be 79=3c8 7a=3b6 7e=223c 80=80+1f a1=3d2 a2=2032 a3=2264 a4=2044 a5=221e "
     "a6=192 a7=2663 a8=2666 a9=2665 aa=2660 ab=2194 ac=2190+3 b0=b0+1 b2=2033 b3=2265 "
     "b4=d7 b5=221d b6=2202 b7=2022 b8=f7 b9=2260+1 bb=2248 bc=2026 bd=f8e6+1 bf=21b5 "
     "c0=2135 c1=2111 c2=211c c3=2118 c4=2297 c5=2295 c6=2205 c7=2229+1 c9=2283 ca=2287 "
     "cb=2284 cc=2282 cd=2286 ce=2208+1 d0=2220 d1=2207 d2=ae d3=a9 d4=2122 d5=220f "
     "d6=221a d7=22c5 d8=ac d9=2227+1 db=21d4 dc=21d0+3 e0=22c4 e1=2329 e2=f8e8+2 "
     "e5=2211 e6=f8eb+9 f0=f8ff f1=232a f2=222b f3=2320 f4=f8f5 f5=2321 f6=f8f6+8"},
    {"cp37", "CP037", ""},
};
// Those that iconv knows by the same name and agrees on.
constexpr std::string_view kSame[] = {
    "ascii",       "cp1250",      "cp1251",      "cp1252",      "cp1253",      "cp1254",
    "cp1256",      "cp1257",      "cp437",       "cp500",       "cp737",       "cp775",
    "cp850",       "cp852",       "cp855",       "cp857",       "cp858",       "cp860",
    "cp861",       "cp862",       "cp863",       "cp864",       "cp865",       "cp866",
    "cp869",       "cp874",       "iso-8859-1",  "iso-8859-10", "iso-8859-11", "iso-8859-13",
    "iso-8859-14", "iso-8859-15", "iso-8859-16", "iso-8859-2",  "iso-8859-3",  "iso-8859-4",
    "iso-8859-5",  "iso-8859-6",  "iso-8859-7",  "iso-8859-8",  "iso-8859-9",  "koi8-r",
    "koi8-u",      "viscii"};

std::uint32_t hexadecimal(std::string_view text) {
  std::uint32_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value, 16);
  return value;
}

bool read_base(const char* name, ByteTable& table) {
  const iconv_t converter = ::iconv_open("UTF-32LE", name);
  if (converter == reinterpret_cast<iconv_t>(-1)) return false;
  for (unsigned byte = 0; byte < 256; ++byte) {
    char in = static_cast<char>(byte);
    unsigned char unit[4] = {};
    char *from = &in, *to = reinterpret_cast<char*>(unit);
    std::size_t in_left = 1, out_left = sizeof unit;
    ::iconv(converter, nullptr, nullptr, nullptr, nullptr);
    ::iconv(converter, &from, &in_left, &to, &out_left);
    const auto code =
        static_cast<std::uint32_t>(unit[0] | unit[1] << 8 | unit[2] << 16 | unit[3] << 24);
    table.characters[byte] = out_left == 0 ? code : ByteTable::kNone;
  }
  ::iconv_close(converter);
  return true;
}

void change(ByteTable& table, std::string_view changes) {
  while (!changes.empty()) {
    const std::size_t end = std::min(changes.find(' '), changes.size());
    const std::string_view word = changes.substr(0, end);
    changes.remove_prefix(std::min(end + 1, changes.size()));
    const std::size_t equals = word.find('='), plus = std::min(word.find('+'), word.size());
    const std::string_view code = word.substr(equals + 1, plus - equals - 1);
    const std::uint32_t byte = hexadecimal(word.substr(0, equals)),
                        more = plus < word.size() ? hexadecimal(word.substr(plus + 1)) : 0;
    for (std::uint32_t i = 0; i <= more; ++i)
      table.characters[(byte + i) & 0xff] = code == "-" ? ByteTable::kNone : hexadecimal(code) + i;
  }
}

std::unique_ptr<ByteTable> make_table(std::string_view name) {
  auto table = std::make_unique<ByteTable>();
  const auto* source = std::find_if(std::begin(kSources), std::end(kSources),
                                    [&](const TableSource& row) { return row.name == name; });
  if (source != std::end(kSources)) {
    if (!read_base(source->base, *table)) return nullptr;
    change(*table, source->changes);
  } else {
    if (std::find(std::begin(kSame), std::end(kSame), name) == std::end(kSame)) return nullptr;
    if (!read_base(std::string(name).c_str(), *table)) return nullptr;
  }
  for (unsigned byte = 0; byte < 256; ++byte) {
    const std::uint32_t c = table->characters[byte];
    if (c != ByteTable::kNone) table->bytes.emplace_back(c, static_cast<unsigned char>(byte));
  }
  std::sort(table->bytes.begin(), table->bytes.end());
  return table;
}

}  // namespace

const ByteTable* byte_table(std::string_view name) {
  // Several interpreters may ask at the same time.
  static std::mutex mutex;
  static std::map<std::string, std::unique_ptr<ByteTable>, std::less<>> tables;
  const std::lock_guard lock(mutex);
  auto found = tables.find(name);
  if (found == tables.end()) found = tables.emplace(std::string(name), make_table(name)).first;
  return found->second.get();
}

}  // namespace perlipc::builtin
