using System.Globalization;
using PartnershipEquality.Api.Jobs;
using PartnershipEquality.Api.Verbs;
using PartnershipEquality.FaultProcesses;

// Processes that the fault test starts, to kill them: a mail server, and the program's own "work" by a clock and a
// timetable of the test's, since a test cannot wait for half past seven on a working day.
switch (args)
{
    case ["mail-server", var port, var taken, var longestPause]:
        await MailServer.RunAsync(int.Parse(port, CultureInfo.InvariantCulture), taken,
            int.Parse(longestPause, CultureInfo.InvariantCulture));
        return 0;
    case ["work", var ahead]:
        return await Work.RunAsync([], Options.Read([]),
            new ShiftedClock(TimeSpan.FromTicks(long.Parse(ahead, CultureInfo.InvariantCulture))),
            timetable => new JobTimetable([.. timetable.Entries.Select(line => line with { Cron = "* * * * * ?" })]));
    default:
        Console.Error.WriteLine("mail-server <port> <file of what was taken> <longest pause, ms> | work <ticks ahead of now>");
        return 2;
}
