namespace PartnershipEquality.Domain.Tests;

public sealed class UuidTests
{
    [Fact]
    public void Ids_sort_as_they_were_made_in_PostgreSQL_s_order()
    {
        // PostgreSQL compares the bytes as written, so the text's order is its order.
        var made = Enumerable.Range(0, 10_000).Select(_ => Uuid.New().ToString()).ToList();

        made.ShouldBe(made.Order(StringComparer.Ordinal));
        made.Distinct().Count().ShouldBe(made.Count);
    }

    [Fact]
    public void An_id_says_version_7_and_the_variant_of_the_standard()
    {
        var id = Uuid.New();

        (id.Version, id.Variant & 0xC).ShouldBe((7, 8));
    }

    [Fact]
    public void Ids_made_side_by_side_are_all_different()
    {
        var ids = new Guid[20_000];
        Parallel.For(0, ids.Length, i => ids[i] = Uuid.New());

        ids.Distinct().Count().ShouldBe(ids.Length);
    }
}
