using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Domain;

namespace PartnershipEquality.Api.Features.Imports;

/// <summary>An upload that is about to be changed: locked, and still open to it.</summary>
internal static class OwnImport
{
    public static async Task<Import> LockAsync(EqualityDb db, Guid id, CancellationToken ct) =>
        await db.Imports.FromSql($"select * from imports where id = {id} for update").SingleOrDefaultAsync(ct)
            ?? throw Refusal.NotFound("import");

    public static void EnsureOpen(Import import)
    {
        switch (import.Status)
        {
            case ImportStatus.Applied:
                throw Refusal.Conflict("import-applied", $"The import has already been applied; it became scheme {import.SchemeId}.");
            case ImportStatus.Abandoned:
                throw Refusal.Conflict("import-abandoned", "The import was abandoned and its file is gone. Upload the plan again.");
            default:
                break;
        }
    }

    public static void EnsureRead(Import import)
    {
        EnsureOpen(import);
        if (import.Status == ImportStatus.Reading)
        {
            throw Refusal.Conflict("import-reading", "The file is still being read. Ask for the import until its status is read.");
        }

        if (import.Status == ImportStatus.Failed)
        {
            throw Refusal.Conflict("import-failed",
                "The file could not be read; the import says why. Correct how it is to be taken, or upload another.");
        }
    }
}
