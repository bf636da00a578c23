using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Data.ChangeLog;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Exports.Whole;

/// <param name="ExportId">The id that asking for it was answered with.</param>
[Reads(Permission.SettingsManage, AtOneMoment = true)]
public sealed record GetOrganisationExport(Guid ExportId) : IRequest
{
    /// <summary>Where the file goes.</summary>
    public Download? To { get; init; }
}

internal sealed class GetOrganisationExportHandler(EqualityDb db, Caller caller, TimeProvider time) : IRequestHandler<GetOrganisationExport>
{
    private const string Zip = "application/zip";

    public async Task<Unit> Handle(GetOrganisationExport request, CancellationToken cancellationToken)
    {
        ExportOrganisation.EnsureMay(caller);
        var (me, asOf) = (caller.OrganisationId, time.GetUtcNow());
        var subject = ExportOrganisation.SubjectOf(request.ExportId);
        if (!await db.Changes.AnyAsync(c => c.Subject == subject && c.Type == ExportOrganisation.Type && c.OrganisationId == me
            && c.At > asOf - ExportOrganisation.Lasts, cancellationToken))
        {
            throw Refusal.NotFound("export");
        }

        // Whoever takes it may be slow, and a table is one statement.
        await new Sql($"set local statement_timeout = '3600s'").RunAsync(db, cancellationToken);
        var position = (await ChangeFeed.PositionAsync(db, cancellationToken)).ToText(me);
        var imports = await new Sql($"""
            select id, file_name, status from imports where organisation_id = {me} order by id
            """).ReadAsync(db, r => (Id: r.GetGuid(0), Name: r.GetString(1), Status: r.GetString(2)), cancellationToken);
        await using var zip = await WholeZip.BeginAsync(request.To!.Begin(Zip, $"{caller.Scope.Code} {LondonDay.Of(asOf):yyyy-MM-dd}.zip"),
            cancellationToken);
        foreach (var table in WholeTables.All)
        {
            await zip.AddAsync(table.File, table.What, to => WriteAsync(table, to, cancellationToken), cancellationToken);
        }

        // The file of an upload that was abandoned is not kept.
        foreach (var (id, name, _) in imports.Where(i => i.Status != "abandoned"))
        {
            await zip.AddAsync($"files/imports/{id}/{FileNameOf(name)}", "A plan as it was uploaded.",
                to => WriteFileAsync(id, to, cancellationToken), cancellationToken);
        }

        await zip.AddAsync("manifest.json", "This list.", async to =>
        {
            await JsonSerializer.SerializeAsync(to, new WholeManifest(
                new WholeOrganisation(me, caller.Scope.Code, caller.Scope.Name, caller.Scope.Kind), asOf, position, [.. zip.Files],
                    WholeTables.LeftOut), JsonSettings.Options, cancellationToken);
            return null;
        }, cancellationToken);
        return Unit.Value;
    }

    private async Task<int?> WriteAsync(WholeTable table, Stream to, CancellationToken ct)
    {
        // Only what may be read: a hash is the gate's alone.
        var columns = await new Sql($"""
            select quote_ident(attname) from pg_attribute
            where attrelid = ('equality.' || {table.Name})::regclass and attnum > 0 and not attisdropped
              and has_column_privilege(attrelid, attnum, 'select') and attname <> all ({table.Without})
            order by attnum
            """).ReadAsync(db, r => r.GetString(0), ct);
        await using var command = new NpgsqlCommand(
            $"select {string.Join(", ", columns)} from {table.Name} where {table.Whose} order by {table.Order}",
                (NpgsqlConnection)db.Database.GetDbConnection());
        if (table.Whose.Contains("$1", StringComparison.Ordinal))
        {
            command.Parameters.Add(new() { Value = caller.OrganisationId });
        }

        await using var reader = await command.ExecuteReaderAsync(ct);
        return await RowsAsJson.WriteAsync(reader, to, ct);
    }

    private async Task<int?> WriteFileAsync(Guid importId, Stream to, CancellationToken ct)
    {
        await using var command = new Sql($"""
            select bytes from import_chunks where organisation_id = {caller.OrganisationId} and import_id = {importId} order by ordinal
            """).On(db);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            await to.WriteAsync(reader.GetFieldValue<byte[]>(0), ct);
        }

        return null;
    }

    /// <summary>A name that stays in its folder whoever unpacks it.</summary>
    private static string FileNameOf(string name)
    {
        var plain = string.Concat(name.Select(c => char.IsControl(c) || "/\\:*?\"<>|".Contains(c, StringComparison.Ordinal) ? '_' : c))
            .TrimStart('.', ' ');
        return plain.Length > 0 ? plain : "file";
    }
}

/// <summary>What is in the zip.</summary>
internal sealed record WholeManifest(WholeOrganisation Organisation, DateTimeOffset AsOf, string Position, IReadOnlyList<WrittenFile> Files,
    IReadOnlyDictionary<string, string> LeftOut);

/// <summary>Whose it is.</summary>
internal sealed record WholeOrganisation(Guid Id, string Code, string Name, string Kind);
