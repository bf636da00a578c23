namespace PartnershipEquality.EmbeddedPostgres;

/// <summary>No PostgreSQL that can be used is on this machine; the message says what to install.</summary>
public sealed class PostgresNotFoundException : Exception
{
    internal PostgresNotFoundException(string reason, IReadOnlyList<string> tried)
        : base(Advice(reason, tried))
    {
    }

    private static string Advice(string reason, IReadOnlyList<string> tried)
    {
        var lines = new List<string> { reason, $"Install PostgreSQL {ServerBinaries.OldestMajor} or later:" };
        if (OperatingSystem.IsMacOS())
        {
            lines.Add("  brew install postgresql@17");
        }
        else if (OperatingSystem.IsWindows())
        {
            lines.Add("  winget install PostgreSQL.PostgreSQL.17");
        }
        else
        {
            lines.Add("  Debian, Ubuntu:  sudo apt-get install -y postgresql");
            lines.Add("  Fedora, RHEL:    sudo dnf install -y postgresql-server");
            lines.Add("  Alpine:          sudo apk add postgresql");
        }

        lines.Add("or install npm (https://nodejs.org), which brings a copy of its own on the next start.");
        if (tried.Count > 0)
        {
            lines.Add("Looked at:");
            lines.AddRange(tried.Select(line => "  " + line));
        }

        return string.Join(Environment.NewLine, lines);
    }
}
