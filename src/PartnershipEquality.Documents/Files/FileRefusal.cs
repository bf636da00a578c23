using PartnershipEquality.Domain;

namespace PartnershipEquality.Documents.Files;

/// <summary>Why a file is not read, and what its sender can do about it. Every refusal of a reader stands here.</summary>
internal static class FileRefusal
{
    public const string Kinds = "a Word document (.docx), an Excel workbook (.xlsx, .xls), a CSV or tab-separated file, or plain text";

    public static Refusal TooLarge() =>
        new(RefusalKind.TooLarge, "too-large", "The file is larger than 25 MB.",
            new FieldError("file", "too-large", "Send a smaller file: leave out pictures and old sheets."));

    public static Refusal Empty() =>
        Of("file-empty", "The file holds no text. Check that it was saved, and send the one with the plan in it.");

    public static Refusal KindUnknown(string what) =>
        Of("file-kind-unknown", $"{what} A plan is read from {Kinds}. Save it as one of these and send that.");

    public static Refusal Pdf() =>
        Of("file-is-pdf",
            "The file is a PDF, which holds no tables, only ink. Send the Word or Excel file that it was made from, or open it in Word and save it as .docx, or copy its text into a .txt file.");

    public static Refusal OldWord() =>
        Of("file-old-word", "The file is in Word's format from before 2007. Open it in Word, choose Save as .docx, and send that.");

    public static Refusal Macros(string plainKind) =>
        Of("file-has-macros",
            $"The file can hold macros, which are not taken. Open it, choose Save as {plainKind} (the kind without macros), and send " +
            "that.");

    public static Refusal Protected() =>
        Of("file-protected",
            "The file is protected by a password or a rights label. Take the protection off (File, Info, Protect), save it, and send it again.");

    public static Refusal Unreadable(string detail) => Of("file-unreadable", detail);

    public static Refusal Broken(string kind) =>
        Unreadable($"The file cannot be read as {kind}: it is damaged or was cut short. Open it where it was made, save it again, and " +
            "send that.");

    public static Refusal Explodes() =>
        Of("file-unpacks-too-large",
            "The file unpacks to far more than a plan can hold. Save it again without pictures and embedded objects, or send its table as CSV.");

    public static Refusal TooComplex() =>
        Of("file-too-complex", "The file holds more markup than a plan can need. Copy the plan's table into a new document and send that.");

    public static Refusal TooSlow() =>
        Of("file-too-slow",
            $"Reading the file took longer than {ReadingLimits.Time.TotalSeconds:0} seconds. Copy the plan's table into a new document " +
            "and send that.");

    public static Refusal TooManyTables() =>
        Of("too-many-tables", $"The file holds more than {ReadingLimits.Tables} tables. Send the plan in parts.");

    public static Refusal TooManyRows(string table) =>
        Of("too-many-rows", $"{table} has more than {ReadingLimits.Rows - 1} rows under its heading. Send the plan in parts.");

    public static Refusal TooManyLines() =>
        Of("too-many-rows", $"The text has more than {ReadingLimits.Lines} lines. Send the plan in parts.");

    public static Refusal TooManyColumns(string place) =>
        Of("too-many-columns", $"{place} has more than {ReadingLimits.Columns} columns. Leave out those that are not the plan's.");

    public static Refusal TooManyCells() =>
        Of("too-many-cells", $"The file holds more than {ReadingLimits.Cells} cells. Send the plan in parts.");

    public static Refusal CellTooLong(string place) =>
        Of("cell-too-long",
            $"{place} has a cell or line of more than {ReadingLimits.CellCharacters} characters. In a CSV, a quotation mark may not be " +
            "closed; else divide the text.");

    public static Refusal TooMuchText() =>
        Of("too-much-text", $"The file holds more than {ReadingLimits.Characters} characters. Send the plan in parts.");

    private static Refusal Of(string code, string detail) => Refusal.Invalid(code, detail, new FieldError("file", code, detail));
}
