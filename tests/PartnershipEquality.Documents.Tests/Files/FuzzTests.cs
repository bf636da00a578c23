using System.Diagnostics;
using System.IO.Compression;
using PartnershipEquality.Domain;

namespace PartnershipEquality.Documents.Tests.Files;

/// <summary>Good files damaged by chance, also within their zips: each is read, or refused, and never in more than ten seconds.</summary>
public sealed class FuzzTests
{
    [Fact]
    public void Whatever_happens_to_a_file_it_is_read_or_refused() => Damage(seed: 20261122, TimeSpan.FromSeconds(12));

    [Theory(Explicit = true)]
    [Trait("Category", "Long")]
    [InlineData(1)]
    [InlineData(2)]
    public void And_so_it_is_for_ten_minutes(int seed) => Damage(seed, TimeSpan.FromMinutes(5));

    private static void Damage(int seed, TimeSpan time)
    {
        var random = new Random(seed);
        var (watch, rounds, refused, slowest, which) = (Stopwatch.StartNew(), 0, 0, TimeSpan.Zero, "");
        for (; watch.Elapsed < time; rounds++)
        {
            var (name, whole) = Whole.Files[random.Next(Whole.Files.Count)];
            var within = whole is [0x50, 0x4B, ..] && random.Next(3) > 0;
            var content = within ? DamagedWithin(whole, random) : Damaged(whole, random);
            var one = Stopwatch.StartNew();
            try
            {
                var document = Reading.Of(random.Next(10) == 0 ? "plan.txt" : name, content);
                document.Blocks.ShouldNotBeEmpty();
                document.Grids.SelectMany(g => g.Rows)
                    .ShouldAllBe(r => r.Number > 0 && r.Cells.Count <= 100 && r.Cells.All(c => !c.Contains('\0')));
            }
            catch (Refusal refusal)
            {
                refusal.Errors.ShouldHaveSingleItem().Pointer.ShouldBe("file");
                refused++;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Assert.Fail($"Round {rounds} of seed {seed}, kept as {Kept(content, $"{seed}-{rounds}-{name}")}: {e}");
            }

            (slowest, which) = one.Elapsed > slowest ? (one.Elapsed, $"{name}, round {rounds}") : (slowest, which);
            if (one.Elapsed > TimeSpan.FromSeconds(10))
            {
                Assert.Fail($"Round {rounds} of seed {seed} took {one.Elapsed}; kept as {Kept(content, $"{seed}-{rounds}-{name}")}");
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"seed {seed}: {rounds} files, {refused} refused, the slowest ({which}) in {slowest.TotalMilliseconds:0} ms");
    }

    private static string Kept(byte[] content, string name)
    {
        var path = Path.Combine(AppContext.BaseDirectory, $"fuzz-{name}");
        File.WriteAllBytes(path, content);
        return path;
    }

    /// <summary>The same zip with one of its parts damaged, so that the damage gets past the checksums to the readers.</summary>
    private static byte[] DamagedWithin(byte[] whole, Random random)
    {
        using var read = new ZipArchive(new MemoryStream(whole), ZipArchiveMode.Read);
        var chosen = random.Next(read.Entries.Count);
        return HostileFile.Zip([.. read.Entries.Select((entry, i) =>
        {
            using var stream = entry.Open();
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return (entry.FullName, i == chosen ? DamagedMarkup(bytes.ToArray(), random) : bytes.ToArray());
        })]);
    }

    /// <summary>Often an element or attribute is repeated, removed or renumbered, which leaves XML that can still be parsed.</summary>
    private static byte[] DamagedMarkup(byte[] part, Random random)
    {
        if (random.Next(3) == 0)
        {
            return Damaged(part, random);
        }

        var text = System.Text.Encoding.UTF8.GetString(part);
        for (var n = random.Next(1, 5); n > 0; n--)
        {
            var digits = System.Text.RegularExpressions.Regex.Matches(text, "\"[^\"<>]*\"|>[^<>]+<");
            if (digits.Count == 0)
            {
                break;
            }

            var at = digits[random.Next(digits.Count)];
            var other = random.Next(6) switch
            {
                0 => "-1",
                1 => "99999999999",
                2 => "",
                3 => "1048577",
                4 => "2147483647",
                _ =>
                digits[random.Next(digits.Count)].Value.Trim('"', '<', '>')
            };
            text = string.Concat(text.AsSpan(0, at.Index + 1), other, text.AsSpan(at.Index + at.Length - 1));
        }

        return System.Text.Encoding.UTF8.GetBytes(text);
    }

    private static byte[] Damaged(byte[] whole, Random random)
    {
        var bytes = whole.ToList();
        for (var n = random.Next(1, 6); n > 0 && bytes.Count > 8; n--)
        {
            var at = random.Next(bytes.Count);
            var length = random.Next(1, Math.Min(64, bytes.Count - at) + 1);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes.RemoveRange(at, length);
                    break;
                case 3:
                    bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length));
                    break;
                case 4:
                    var patch = bytes.GetRange(random.Next(bytes.Count - length + 1), length);
                    bytes.RemoveRange(at, length);
                    bytes.InsertRange(at, patch);
                    break;
                default:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
            }
        }

        return [.. bytes];
    }
}
