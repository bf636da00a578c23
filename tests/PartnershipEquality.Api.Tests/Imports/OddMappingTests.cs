using System.Net;
using System.Text;

namespace PartnershipEquality.Api.Tests.Imports;

/// <summary>
/// What people say about columns and cells, said wrongly: refused by the field that is wrong, and the import stays as it was.
/// </summary>
public sealed class OddMappingTests(RunningApi running)
{
    private static readonly byte[] Table = "Theme,Action,By when\nAccess,Build a ramp,June 2027\n"u8.ToArray();

    public static TheoryData<string, string> Edits => new()
    {
        { """{"mapping":{"tables":[{"columns":[{"heading":"By when"}]}]}}""", "#/mapping/tables/0/columns/0/column" },
        { """{"mapping":{"tables":[{"columns":[{"heading":"By when","column":null}]}]}}""", "#/mapping/tables/0/columns/0/column" },
        { """{"mapping":{"tables":[{"columns":[{"heading":"By when","column":3}]}]}}""", "#/mapping/tables/0/columns/0/column" },
        { """{"mapping":{"tables":[{"columns":[{"heading":"By when","column":"when"}]}]}}""", "#/mapping/tables/0/columns/0/column" },
        { """{"mapping":{"tables":[{"columns":[{"column":"target"}]}]}}""", "#/mapping/tables/0/columns/0" },
        { """{"mapping":{"tables":[{"columns":[{"position":2,"column":"target"},{"position":2,"column":"action"}]}]}}""",
            "#/mapping/tables/0/columns/1" },
        { """{"mapping":{"tables":[{"columns":[{"heading":"By when","column":"target"},{"heading":"by  WHEN:","column":"action"}]}]}}""",
            "#/mapping/tables/0/columns/1" },
        { """{"mapping":{"tables":[{"columns":[{"position":0,"column":"target"}]}]}}""", "#/mapping/tables/0/columns/0/position" },
        { """{"mapping":{"tables":[{"columns":[{"heading":7,"column":"target"}]}]}}""", "#/mapping/tables/0/columns/0/heading" },
        { """{"mapping":{"tables":[{"columns":{"By when":"target"}}]}}""", "#/mapping/tables/0/columns" },
        { """{"mapping":{"tables":[{"columns":[null]}]}}""", "#/mapping/tables/0/columns/0" },
        { """{"mapping":{"tables":[{"table":-1}]}}""", "#/mapping/tables/0/table" },
        { """{"mapping":{"tables":[{"table":99999999999999}]}}""", "#/mapping/tables/0/table" },
        { """{"mapping":{"tables":[{"table":1.5}]}}""", "#/mapping/tables/0/table" },
        { """{"mapping":{"tables":[{"table":1},{"table":1}]}}""", "#/mapping/tables/1/table" },
        { """{"mapping":{"tables":[{},{}]}}""", "#/mapping/tables/1/table" },
        { """{"mapping":{"tables":[{"headerRow":-2147483648}]}}""", "#/mapping/tables/0/headerRow" },
        { """{"mapping":{"tables":[{"leaveOut":null}]}}""", "#/mapping/tables/0/leaveOut" },
        { """{"mapping":{"tables":[{"leaveThis":true}]}}""", "#/mapping/tables/0/leaveThis" },
        { """{"mapping":{"tables":[7]}}""", "#/mapping/tables/0" },
        { """{"mapping":{"tables":{}}}""", "#/mapping/tables" },
        { """{"mapping":{}}""", "#/mapping/tables" },
        { """{"mapping":[]}""", "#/mapping" },
        { """{"mapping":"none"}""", "#/mapping" },
        { """{"corrections":null}""", "#/corrections" },
        { """{"corrections":{}}""", "#/corrections" },
        { """{"corrections":[null]}""", "#/corrections/0" },
        { """{"corrections":[{}]}""", "#/corrections/0/text" },
        { """{"corrections":[{"table":1,"row":2,"column":3}]}""", "#/corrections/0/text" },
        { """{"corrections":[{"table":1,"row":2,"column":3,"text":7}]}""", "#/corrections/0/text" },
        { """{"corrections":[{"table":1,"row":2,"column":3,"text":"a\u0000b"}]}""", "#/corrections/0/text" },
        { """{"corrections":[{"table":0,"row":2,"column":3,"text":"x"}]}""", "#/corrections/0/table" },
        { """{"corrections":[{"table":1,"row":-2,"column":3,"text":"x"}]}""", "#/corrections/0/row" },
        { """{"corrections":[{"table":1,"row":2,"column":-3,"text":"x"}]}""", "#/corrections/0/column" },
        { """{"corrections":[{"table":"1","row":2,"column":3,"text":"x"}]}""", "#/corrections/0/table" },
        { """{"planYear":1e400}""", "#/planYear" },
        { """{"planYear":-5}""", "#/planYear" },
        { """{"stage":7}""", "#/stage" },
        { """{"startsOn":"2026-02-30"}""", "#/startsOn" },
        { """{"status":"read"}""", "#/status" },
        { """[1]""", "#" },
        { """7""", "#" },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public async Task A_correction_that_cannot_be_taken_names_its_field(string edit, string pointer)
    {
        var council = (await TestPartnership.CreateAsync(running, members: 1)).Authorities[0];
        var path = $"/v1/imports/{(await council.Admin.UploadAsync(Table)).With(HttpStatusCode.Created).Text("id")}";

        var refused = await PatchAsync(council.Admin, path, edit);

        refused.Status.ShouldBe(HttpStatusCode.BadRequest, refused.Body);
        refused.Pointers.ShouldContain(pointer, refused.Body);
        (await council.Admin.ReadAsync(path)).Number("version").ShouldBe(1);
    }

    [Fact]
    public async Task What_is_much_too_much_is_refused()
    {
        var council = (await TestPartnership.CreateAsync(running, members: 1)).Authorities[0];
        var path = $"/v1/imports/{(await council.Admin.UploadAsync(Table)).With(HttpStatusCode.Created).Text("id")}";
        string Many(string item) => string.Join(',', Enumerable.Repeat(item, 10_000));

        foreach (var edit in new[]
        {
            $"{{\"mapping\":{{\"tables\":[{Many("{}")}]}}}}",
            $"{{\"mapping\":{{\"tables\":[{{\"columns\":[{Many("{\"position\":1,\"column\":\"target\"}")}]}}]}}}}",
            $"{{\"corrections\":[{Many("{\"table\":1,\"row\":2,\"column\":3,\"text\":\"x\"}")}]}}",
            $"{{\"mapping\":{string.Concat(Enumerable.Repeat("{\"tables\":", 10_000))}1{new string('}', 10_000)}}}",
            $"{{\"mapping\":{new string('[', 10_000)}{new string(']', 10_000)}}}",
            "{\"mapping\":{\"tables\":[]},\"mapping\":null}",
            "{\"corrections\":[{\"table\":1,\"row\":2,\"column\":3,\"text\":\"\\uD800\"}]}",
            "{\"mapping\":{\"tables\":[",
        })
        {
            var refused = await PatchAsync(council.Admin, path, edit);
            refused.Status.ShouldBe(HttpStatusCode.BadRequest, $"{edit[..Math.Min(80, edit.Length)]} {refused.Body}");
        }

        (await council.Admin.ReadAsync(path)).Number("version").ShouldBe(1);
    }

    [Theory]
    [InlineData("""{"tables":[{"columns":[{"heading":"By when"}]}]}""", "columns/tables/0/columns/0/column")]
    [InlineData("""{"tables":[{"columns":[{"column":"target"}]}]}""", "columns/tables/0/columns/0")]
    [InlineData("""{"tables":[{"table":0}]}""", "columns/tables/0/table")]
    [InlineData("""{"tables":[{"table":2},{"table":2}]}""", "columns/tables/1/table")]
    [InlineData("""{"By when":"target","by when":"action"}""", "columns/tables/0/columns/1")]
    [InlineData("""{"By when":"target","By when":"action"}""", "columns")]
    [InlineData("""{"By when":null}""", "columns")]
    [InlineData("""{"By when":{"column":"target"}}""", "columns")]
    [InlineData("""{"tables":[{"of":1}]}""", "columns")]
    [InlineData("""{"By when":"target"} {}""", "columns")]
    public async Task Columns_of_an_upload_that_cannot_be_taken_are_named(string columns, string pointer)
    {
        var council = (await TestPartnership.CreateAsync(running, members: 1)).Authorities[0];

        var refused = await council.Admin.UploadAsync(Table, columns: columns);

        refused.Status.ShouldBe(HttpStatusCode.BadRequest, refused.Body);
        refused.Pointers.ShouldContain(pointer, refused.Body);
        (await council.Admin.WalkAsync("/v1/imports")).ShouldBeEmpty();
    }

    private static async Task<Answer> PatchAsync(HttpClient client, string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/merge-patch+json");
        return await client.AskAsync(HttpMethod.Patch, path, content, "*");
    }
}
