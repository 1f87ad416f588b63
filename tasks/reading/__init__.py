"""Raw inputs to documents: one file format a module; every input is a row, rejected ones too."""

from tasks.reading.folder import FORMATS, read_file, read_folder, read_one
from tasks.reading.limits import ReadLimits
from tasks.reference.reading_record import Reading

__all__ = ["FORMATS", "ReadLimits", "Reading", "read_file", "read_folder", "read_one"]
