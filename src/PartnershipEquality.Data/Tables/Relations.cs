using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PartnershipEquality.Data.Tables;

/// <summary>
/// Tells EF which row hangs on which, by the schema's own composite keys, so that one save writes them in the right order.
/// </summary>
internal static class Relations
{
    public static void HangsOn<TRow, TParent>(this EntityTypeBuilder<TRow> row, Expression<Func<TRow, object?>> key,
        Expression<Func<TParent, object?>> parentKey)
        where TRow : class
        where TParent : class =>
        // What follows a deletion is the schema's to say.
        row.HasOne<TParent>().WithMany().HasForeignKey(key).HasPrincipalKey(parentKey).OnDelete(DeleteBehavior.ClientNoAction);
}
