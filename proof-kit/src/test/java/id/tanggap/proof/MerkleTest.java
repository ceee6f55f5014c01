package id.tanggap.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MerkleTest {
    private static final int LARGEST = 2_100;

    /** The leaves of the tests of Certificate Transparency. */
    private static final List<Digest> PUBLISHED = Stream.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .map(HexFormat.of()::parseHex)
            .map(Merkle::leaf)
            .toList();

    private static final List<Digest> LEAVES = IntStream.range(0, LARGEST)
            .mapToObj(number -> Merkle.leaf(new byte[] {(byte) number, (byte) (number >> 8)}))
            .toList();

    @Example
    void hasThePublishedRoots() {
        var tree = new MerkleTree();
        var roots = Stream.concat(Stream.of(tree.root()), PUBLISHED.stream().map(leaf -> {
            tree.add(leaf);
            return tree.root();
        }));

        assertThat(roots.map(Digest::hex))
                .containsExactly(
                        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
    }

    @Example
    void hasThePublishedPaths() {
        assertThat(publishedPath(0, 1)).isEmpty();
        assertThat(publishedPath(0, 8))
                .containsExactly(
                        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
        assertThat(publishedPath(5, 8))
                .containsExactly(
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
        assertThat(publishedPath(2, 3))
                .containsExactly("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125");
        assertThat(publishedPath(1, 5))
                .containsExactly(
                        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b");
    }

    @Example
    void growsTheTreeOfTheDefinition() {
        var definition = new Definition(LEAVES);
        var tree = new MerkleTree();
        assertThat(tree.root()).isEqualTo(definition.root(0, 0));

        for (var leaf : LEAVES) {
            tree.add(leaf);

            var size = (int) tree.size();
            assertThat(tree.root()).isEqualTo(definition.root(0, size));
            assertThat(MerkleTree.rootOf(tree.chunks())).isEqualTo(tree.root());
        }
    }

    @Example
    void keepsTheRootOfEveryChunk() {
        var definition = new Definition(LEAVES);

        assertThat(tree(0).chunks()).isEmpty();
        assertThat(tree(1_023).chunks()).containsExactly(definition.root(0, 1_023));
        assertThat(tree(1_024).chunks()).containsExactly(definition.root(0, 1_024));
        assertThat(tree(2_053).chunks())
                .containsExactly(
                        definition.root(0, 1_024), definition.root(1_024, 2_048), definition.root(2_048, 2_053));
    }

    @Property(tries = 300)
    void findsThePathOfTheDefinitionInOneChunk(@ForAll("places") Place place) {
        var path = path(place);

        assertThat(path).isEqualTo(new Definition(LEAVES).path(place.index(), 0, place.size()));
        assertThat(AuditPath.rootOf(LEAVES.get(place.index()), place.index(), place.size(), path))
                .isEqualTo(tree(place.size()).root());
    }

    @Example
    void leadsEveryLeafOfEverySmallTreeToItsRootAndNoOther() {
        for (var size = 1; size <= 40; size++) {
            var root = tree(size).root();
            for (var index = 0; index < size; index++) {
                var path = path(new Place(index, size));
                for (var other = 0; other < size; other++) {
                    var reached = AuditPath.rootOf(LEAVES.get(index), other, size, path);
                    assertThat(root.equals(reached)).isEqualTo(other == index);
                }
            }
        }
    }

    @Property(tries = 300)
    void refusesAPathOfAnotherLength(@ForAll("places") Place place) {
        var leaf = LEAVES.get(place.index());
        var path = path(place);
        var longer = new ArrayList<>(path);
        longer.add(leaf);

        assertThat(AuditPath.rootOf(leaf, place.index(), place.size(), longer)).isNull();
        if (!path.isEmpty()) {
            assertThat(AuditPath.rootOf(leaf, place.index(), place.size(), path.subList(1, path.size())))
                    .isNull();
        }
    }

    @Example
    void refusesALeafOutsideTheTree() {
        assertThat(AuditPath.rootOf(LEAVES.getFirst(), -1, 1, List.of())).isNull();
        assertThat(AuditPath.rootOf(LEAVES.getFirst(), 1, 1, List.of())).isNull();
        assertThat(AuditPath.rootOf(LEAVES.getFirst(), 0, 0, List.of())).isNull();
        assertThat(AuditPath.rootOf(LEAVES.getFirst(), Long.MAX_VALUE - 1, Long.MAX_VALUE, List.of()))
                .isNull();
        assertThatIllegalArgumentException().isThrownBy(() -> AuditPath.of(1, 1, List.of(), List.of()));
    }

    @Example
    void makesNoPathOfLeavesThatAreNotTheChunks() {
        var chunks = tree(1_030).chunks();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> AuditPath.of(1_025, 1_030, chunks, LEAVES.subList(1_023, 1_029)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AuditPath.of(1_025, 1_030, chunks, LEAVES.subList(1_024, 1_029)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AuditPath.of(1_025, 2_049, chunks, LEAVES.subList(1_024, 1_030)));
    }

    private static List<String> publishedPath(int index, int size) {
        var leaves = PUBLISHED.subList(0, size);
        return AuditPath.of(index, size, List.of(MerkleTree.rootOf(leaves)), leaves).stream()
                .map(Digest::hex)
                .toList();
    }

    private static MerkleTree tree(int size) {
        var tree = new MerkleTree();
        LEAVES.subList(0, size).forEach(tree::add);
        return tree;
    }

    private static List<Digest> path(Place place) {
        var first = place.index() / Merkle.CHUNK * Merkle.CHUNK;
        var leaves = LEAVES.subList(first, Math.min(first + Merkle.CHUNK, place.size()));
        return AuditPath.of(place.index(), place.size(), tree(place.size()).chunks(), leaves);
    }

    record Place(int index, int size) {}

    @Provide
    Arbitrary<Place> places() {
        return Arbitraries.integers()
                .between(1, LARGEST)
                .flatMap(size -> Arbitraries.integers().between(0, size - 1).map(index -> new Place(index, size)));
    }

    /** RFC 6962, sections 2.1 and 2.1.1, word for word; remembers the roots it had. */
    private record Definition(List<Digest> leaves, Map<String, Digest> known) {
        Definition(List<Digest> leaves) {
            this(leaves, new HashMap<>());
        }

        Digest root(int from, int to) {
            var root = known.get(from + "-" + to);
            if (root == null) {
                root = switch (to - from) {
                    case 0 -> Digest.sha256();
                    case 1 -> leaves.get(from);
                    default ->
                        Digest.sha256(
                                new byte[] {1},
                                root(from, from + split(to - from)).bytes(),
                                root(from + split(to - from), to).bytes());
                };
                known.put(from + "-" + to, root);
            }
            return root;
        }

        List<Digest> path(int index, int from, int to) {
            if (to - from == 1) {
                return List.of();
            }
            var middle = from + split(to - from);
            var left = index < middle;
            var path = new ArrayList<>(left ? path(index, from, middle) : path(index, middle, to));
            path.add(left ? root(middle, to) : root(from, middle));
            return path;
        }

        /** The largest power of two below the size. */
        private static int split(int size) {
            var split = 1;
            while (2 * split < size) {
                split *= 2;
            }
            return split;
        }
    }
}
