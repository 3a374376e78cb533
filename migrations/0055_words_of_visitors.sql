-- What a visitor asked was copied into the notice for staff, where the erasing of the person did not reach it. From now on it stands in the question alone.
update office.notices set data = data - 'words' where kind = 'visitor.question' and data ? 'words';
